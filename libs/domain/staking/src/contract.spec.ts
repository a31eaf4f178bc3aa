import fc from 'fast-check';
import {
  NEW_CONTRACT,
  shareResult,
  type ContractState,
  type SetResult,
  type SharedResult,
  type StakingContract,
} from './contract';

const results = fc.array(
  fc.record({ incomeGwei: fc.bigInt(-300n, 900n), slashingGwei: fc.constantFrom(0n, 0n, 0n, -1n, -700n) }),
  { minLength: 1, maxLength: 30 },
);
const contracts = fc.record({
  commissionPpm: fc.oneof(fc.bigInt(0n, 1_000_000n), fc.constantFrom(0n, 1n, 100_000n, 333_333n, 1_000_000n)),
  slashingBorneBy: fc.constantFrom('client' as const, 'house' as const),
});

/** The contract as a client reads it: the house's part of the highest sum that the clients ever stood at. */
function brokenRules(epochs: readonly SetResult[], contract: StakingContract, share = shareResult): string[] {
  const broken = new Set<string>();
  let state: ContractState = NEW_CONTRACT;
  let [stands, highest, commission, given, borne, total, slashed] = [0n, 0n, 0n, 0n, 0n, 0n, 0n];
  for (const result of epochs) {
    const shared: SharedResult = share(result, contract, state);
    state = shared.state;
    commission += shared.commissionGwei;
    given += shared.toClientsGwei;
    borne += shared.borneByHouseGwei;
    total += result.incomeGwei + result.slashingGwei;
    slashed += result.slashingGwei;
    stands += result.incomeGwei + (contract.slashingBorneBy === 'client' ? result.slashingGwei : 0n);
    if (stands > highest) highest = stands;
    if (given + commission - borne !== total) broken.add('a gwei is lost or made');
    if (commission !== (highest * contract.commissionPpm) / 1_000_000n) broken.add('commission');
    if (borne !== (contract.slashingBorneBy === 'house' ? -slashed : 0n)) broken.add('slashing borne');
    if (shared.commissionGwei < 0n) broken.add('commission paid back');
  }
  return [...broken];
}

it('takes its part of what clients stand above their highest, rounded down once over its whole life', () => {
  fc.assert(
    fc.property(results, contracts, (epochs, contract) => {
      expect(brokenRules(epochs, contract)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

describe('a rule made wrong is caught:', () => {
  const sample = fc.sample(fc.tuple(results, contracts), { seed: 2, numRuns: 300 });

  it.each<[string, typeof shareResult]>([
    [
      'a remainder that is not carried',
      (result, contract, state) => shareResult(result, contract, { ...state, remainder: 0n }),
    ],
    [
      'a loss that is not carried',
      (result, contract, state) => shareResult(result, contract, { ...state, lossGwei: 0n }),
    ],
    [
      'a commission rounded up',
      (result, contract, state) => {
        const right = shareResult(result, contract, state);
        const up = right.state.remainder > 0n ? 1n : 0n;
        return { ...right, commissionGwei: right.commissionGwei + up, toClientsGwei: right.toClientsGwei - up };
      },
    ],
    [
      'a slashing that the other bears',
      (result, contract, state) =>
        shareResult(
          result,
          { ...contract, slashingBorneBy: contract.slashingBorneBy === 'house' ? 'client' : 'house' },
          state,
        ),
    ],
    [
      'a commission that clients do not pay',
      (result, contract, state) => {
        const right = shareResult(result, contract, state);
        return { ...right, toClientsGwei: right.toClientsGwei + right.commissionGwei };
      },
    ],
  ])('%s', (_, wrong) => {
    expect(sample.some(([epochs, contract]) => brokenRules(epochs, contract, wrong).length > 0)).toBe(true);
  });
});

it.each([
  ['a rate over the whole', { incomeGwei: 1n, slashingGwei: 0n }, 1_000_001n, 'give 0 to'],
  ['a negative rate', { incomeGwei: 1n, slashingGwei: 0n }, -1n, 'give 0 to'],
  ['slashing as a gain', { incomeGwei: 1n, slashingGwei: 1n }, 0n, 'give 0 or less'],
])('%s is refused', (_, result, commissionPpm, words) => {
  expect(() => shareResult(result, { commissionPpm, slashingBorneBy: 'client' }, NEW_CONTRACT)).toThrow(words);
});
