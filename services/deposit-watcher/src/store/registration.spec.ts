import { isEffective } from './registration';

const registeredAt = new Date('2026-01-01T12:00:00Z');
const at = (height: number, time: string) => ({ height, time: new Date(`2026-01-01T${time}Z`) });

describe('isEffective', () => {
  it('goes by the block where one is named, whatever its time and the start', () => {
    const registration = { effectiveFromBlock: 5, registeredAt };
    expect(isEffective(registration, at(5, '01:00:00'), 100)).toBe(true);
    expect(isEffective(registration, at(4, '13:00:00'), 0)).toBe(false);
  });

  it('else by the time less one hour, and not before the start', () => {
    const registration = { effectiveFromBlock: null, registeredAt };
    expect(isEffective(registration, at(9, '11:00:00'), 9)).toBe(true);
    expect(isEffective(registration, at(9, '10:59:59'), 9)).toBe(false);
    expect(isEffective(registration, at(8, '11:30:00'), 9)).toBe(false);
  });
});
