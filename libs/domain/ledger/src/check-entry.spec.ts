import { availableClaim, depositTransit, pendingClaim } from './account';
import { checkEntry } from './check-entry';
import { move } from './entry';
import { post } from './post';

const transferId = 'eip155:1/0x1/native';
const transit = depositTransit(transferId);
const pending = pendingClaim('aster', transferId);

describe('an entry', () => {
  it('that overdraws a claim and leaves its flow open is refused, and says both', () => {
    const movements = [move(pending, availableClaim('aster'), 9n)];
    const { balances } = post(
      movements,
      new Map([
        [pending, -5n],
        [transit, 5n],
      ]),
    );
    expect(() => checkEntry({ movements, edges: [], drains: [transit] }, balances)).toThrow(
      `rule 4: ${pending} would stand at 4, debit-positive; rule 6: ${transit} still holds 5`,
    );
  });

  it('moves more than nothing', () => {
    expect(() => move(transit, pending, 0n)).toThrow(expect.objectContaining({ code: 'amount-not-positive' }));
  });
});
