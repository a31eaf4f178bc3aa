import fc from 'fast-check';
import { FAR_FUTURE_EPOCH, type Validator } from './validator';
import { sweptGwei, withdrawalCause } from './withdrawal';

const ETH = 10n ** 9n;
const EPOCH = 1000n;

function validatorOf(prefix: string, effectiveEth: bigint, withdrawableEpoch = FAR_FUTURE_EPOCH): Validator {
  return {
    withdrawalCredentials: `${prefix}${'00'.repeat(31)}`,
    effectiveBalanceGwei: effectiveEth * ETH,
    exitEpoch: withdrawableEpoch === FAR_FUTURE_EPOCH ? FAR_FUTURE_EPOCH : withdrawableEpoch - 256n,
    withdrawableEpoch,
  };
}

describe('the sweep takes what the published cases of the consensus specs say:', () => {
  it.each<[string, Validator, bigint, bigint]>([
    ['0x01, one ETH over 32', validatorOf('0x01', 32n), 33n * ETH, ETH],
    ['0x01, one gwei over 32 ETH', validatorOf('0x01', 32n), 32n * ETH + 1n, 1n],
    ['0x01, no excess', validatorOf('0x01', 32n), 32n * ETH, 0n],
    ['0x01, excess but effective balance below 32', validatorOf('0x01', 31n), 33n * ETH, 0n],
    ['0x02, no_max_effective_balance_compounding', validatorOf('0x02', 2047n), 2047n * ETH, 0n],
    ['0x02, no_excess_balance_compounding', validatorOf('0x02', 2048n), 2048n * ETH, 0n],
    ['0x02, excess_balance_but_no_max_effective_balance', validatorOf('0x02', 2047n), 2049n * ETH, 0n],
    ['0x02, excess over 2048', validatorOf('0x02', 2048n), 2048n * ETH + 5n, 5n],
    ['0x02, at 33 ETH it keeps what it earns', validatorOf('0x02', 33n), 33n * ETH + 5n, 0n],
    ['withdrawable in this epoch: all', validatorOf('0x01', 32n, EPOCH), 32n * ETH + 7n, 32n * ETH + 7n],
    ['withdrawable in the next epoch: not yet', validatorOf('0x02', 32n, EPOCH + 1n), 40n * ETH, 0n],
    ['withdrawable with nothing left', validatorOf('0x01', 0n, EPOCH), 0n, 0n],
    ['0x00 has no address to pay to', validatorOf('0x00', 32n, EPOCH), 33n * ETH, 0n],
  ])('%s', (_, validator, balance, swept) => {
    expect(sweptGwei(validator, balance, EPOCH)).toBe(swept);
  });
});

/** A withdrawal as the specification makes it, for the reason that is said with it. */
const withdrawals = fc
  .record({
    cause: fc.constantFrom('full' as const, 'excess' as const, 'requested' as const),
    compounding: fc.boolean(),
    effectiveEth: fc.bigInt(32n, 2047n),
    excess: fc.bigInt(1n, ETH),
    asked: fc.bigInt(1n, 3n * ETH),
    sinceEpochs: fc.bigInt(0n, 50n),
  })
  .map(({ cause, compounding, effectiveEth, excess, asked, sinceEpochs }) => {
    if (cause === 'full') {
      const validator = validatorOf(compounding ? '0x02' : '0x01', effectiveEth, EPOCH - sinceEpochs);
      const balanceGwei = effectiveEth * ETH + excess;
      return { cause, amountGwei: balanceGwei, validator, balanceGwei };
    }
    if (cause === 'excess') {
      const mostEth = compounding ? 2048n : 32n;
      const validator = validatorOf(compounding ? '0x02' : '0x01', mostEth);
      return { cause, amountGwei: excess, validator, balanceGwei: mostEth * ETH + excess };
    }
    const balanceGwei = effectiveEth * ETH + excess;
    const overMinimum = balanceGwei - 32n * ETH;
    return {
      cause,
      amountGwei: asked < overMinimum ? asked : overMinimum,
      validator: validatorOf('0x02', effectiveEth),
      balanceGwei,
    };
  });

it('each withdrawal that the chain makes is explained by its own rule', () => {
  fc.assert(
    fc.property(withdrawals, ({ cause, amountGwei, ...state }) => {
      expect(withdrawalCause(amountGwei, { ...state, epoch: EPOCH })).toBe(cause);
    }),
  );
});

it('a full withdrawal or an excess that is off by one gwei is explained by no rule', () => {
  const swept = withdrawals.filter(({ cause, validator }) =>
    cause === 'full' ? true : cause === 'excess' && validator.withdrawalCredentials.startsWith('0x01'),
  );
  fc.assert(
    fc.property(swept, fc.constantFrom(1n, -1n), ({ amountGwei, validator, balanceGwei }, off) => {
      expect(withdrawalCause(amountGwei + off, { validator, balanceGwei, epoch: EPOCH })).toBe('inexplicable');
    }),
  );
});

it.each<[string, bigint, Validator, bigint]>([
  ['a part of a 0x01 stake, which nobody can ask for', ETH, validatorOf('0x01', 31n), 31n * ETH],
  ['a part that leaves less than 32 ETH', 2n * ETH, validatorOf('0x02', 33n), 33n * ETH],
  ['a part of a validator that leaves (pending_withdrawals_exiting)', ETH, validatorOf('0x02', 40n, 2000n), 40n * ETH],
  ['nothing', 0n, validatorOf('0x01', 32n), 32n * ETH],
])('%s is inexplicable', (_, amount, validator, balanceGwei) => {
  expect(withdrawalCause(amount, { validator, balanceGwei, epoch: EPOCH })).toBe('inexplicable');
});
