import fc from 'fast-check';
import { movable, topUpAmount } from './movable';
import { paySplit } from './pay-split';

const units = fc.bigInt(0n, 10n ** 24n);

it('a native sweep and its highest fee never take more than the units that are there', () => {
  fc.assert(
    fc.property(units, units, units, (held, maxFee, limit) => {
      const value = movable({ units: held, isNative: true, maxFee, limit });
      expect(value >= 0n && value <= limit).toBe(true);
      if (value > 0n) expect(value + maxFee <= held).toBe(true);
      if (held - maxFee > 0n && held - maxFee <= limit) expect(value).toBe(held - maxFee);
    }),
  );
});

it('a token moves whole, as its fee is paid in another asset', () => {
  fc.assert(
    fc.property(units, units, (held, maxFee) => {
      expect(movable({ units: held, isNative: false, maxFee, limit: held })).toBe(held);
    }),
  );
});

it('units below zero move nothing', () => {
  expect(movable({ units: -5n, isNative: false, maxFee: 0n, limit: 10n })).toBe(0n);
});

it('what the books work out: 1000 deposited, 30 kept back for the fee, 970 swept', () => {
  expect(movable({ units: 1000n, isNative: true, maxFee: 30n, limit: 5000n })).toBe(970n);
});

it('a top-up makes the highest fee payable, to the unit', () => {
  fc.assert(
    fc.property(units, fc.bigInt(-10n, 10n ** 24n), (maxFee, houseUnits) => {
      const amount = topUpAmount({ maxFee, houseUnits });
      const after = (houseUnits > 0n ? houseUnits : 0n) + amount;
      expect(amount >= 0n && after >= maxFee).toBe(true);
      if (amount > 0n) expect(after).toBe(maxFee);
    }),
  );
});

it('what leaves is paid in full: by the house as far as it reaches, then by the clients', () => {
  fc.assert(
    fc.property(units, units, units, (client, house, fee) => {
      const split = paySplit({ client, house }, fee, 'c');
      expect(split.client + split.house).toBe(fee);
      expect(split.house <= house && split.client >= 0n).toBe(true);
      expect(split.client > 0n && split.house < house).toBe(false);
      expect(paySplit({ client, house }, fee, 'h')).toEqual({ client: 0n, house: fee });
    }),
  );
});
