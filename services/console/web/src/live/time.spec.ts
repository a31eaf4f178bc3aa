import { between, duration, utcDay, utcTime } from './time';

it.each([
  [999, '0s'],
  [59_999, '59s'],
  [128_000, '2m 08s'],
  [5_460_000, '1h 31m'],
  [93_600_000, '1d 2h'],
  [-5, '0s'],
])('%i ms lasts %s', (ms, text) => expect(duration(ms)).toBe(text));

it('shows UTC whatever the offset given', () => {
  expect(utcTime('2026-11-23T23:30:05-02:00')).toBe('01:30:05');
  expect(utcDay('2026-11-23T23:30:05-02:00')).toBe('24 Nov');
  expect(between('2026-11-23T23:30:05-02:00', '2026-11-24T01:30:25Z')).toBe('20s');
});
