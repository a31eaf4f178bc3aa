import { availableClaim, depositTransit, pendingClaim } from './account';
import { checkEntries } from './check-entries';
import { move, type Movement } from './entry';
import { post, type Balances } from './post';

const book = 'eip155:1/slip44:60';
const transferId = 'eip155:1/0x1/native';
const transit = depositTransit(transferId);
const pending = pendingClaim('aster', transferId);

const entry = (movements: Movement[], before: Balances, drains: string[] = []) => {
  return { book, movements, edges: [], drains, balances: post(movements, before).balances };
};

describe('an entry', () => {
  it('that overdraws a claim and leaves its flow open is refused, and says both', () => {
    const before = new Map([
      [pending, -5n],
      [transit, 5n],
    ]);
    expect(() => checkEntries([entry([move(pending, availableClaim('aster'), 9n)], before, [transit])])).toThrow(
      `rule 6: ${transit} still holds 5; rule 4: ${pending} would stand at 4, debit-positive`,
    );
  });

  it('moves more than nothing', () => {
    expect(() => move(transit, pending, 0n)).toThrow(expect.objectContaining({ code: 'amount-not-positive' }));
  });
});

describe('entries that are booked together', () => {
  const [one, other] = ['assets:c:hot:eip155:1:0xa', 'assets:c:cold:eip155:1:0xb'];
  const taken = entry([move(other, one, 5n)], new Map());

  it('may overdraw an account that a later one of them fills', () => {
    expect(() => checkEntries([taken])).toThrow(`rule 4: ${one} would stand at -5`);
    expect(() => checkEntries([taken, entry([move(one, other, 5n)], taken.balances)])).not.toThrow();
  });

  it('are refused where the last leaves one overdrawn', () => {
    expect(() => checkEntries([taken, entry([move(one, other, 4n)], taken.balances)])).toThrow(
      `rule 4: ${one} would stand at -1`,
    );
  });
});
