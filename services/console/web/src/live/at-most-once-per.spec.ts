import { atMostOncePer } from './at-most-once-per';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('makes one call of a burst and never loses the last', () => {
  const call = jest.fn();
  const limited = atMostOncePer(1000, call);
  limited();
  expect(call).toHaveBeenCalledTimes(1);
  for (let i = 0; i < 50; i++) {
    limited();
    jest.advanceTimersByTime(10);
  }
  expect(call).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(600);
  expect(call).toHaveBeenCalledTimes(2);
  jest.advanceTimersByTime(5000);
  expect(call).toHaveBeenCalledTimes(2);
});
