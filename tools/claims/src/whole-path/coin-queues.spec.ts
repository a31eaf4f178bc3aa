import { CoinQueues } from './coin-queues';

describe('coins in queues', () => {
  it('leave a hub in the order in which they came, split where they must be', () => {
    const coins = new CoinQueues();
    coins.move({ from: 'outside:0xa', to: 'one', amount: 30n, flow: 'deposit-1' });
    coins.move({ from: 'outside:0xb', to: 'two', amount: 50n, flow: 'deposit-2' });
    coins.move({ from: 'one', to: 'hot', amount: 30n, flow: 'sweep-1' });
    coins.move({ from: 'two', to: 'hot', amount: 48n, flow: 'sweep-2' });
    coins.move({ from: 'two', to: 'fees:network', amount: 1n, flow: 'sweep-2' });
    coins.move({ from: 'hot', to: 'warm', amount: 40n, flow: 'skim-1' });

    expect(coins.whereIs('deposit-1')).toEqual(new Map([['warm', 30n]]));
    expect(coins.whereIs('deposit-2')).toEqual(
      new Map([
        ['two', 1n],
        ['hot', 38n],
        ['warm', 10n],
      ]),
    );
    expect(coins.makeupOf('warm')).toEqual(
      new Map([
        ['deposit-1', 30n],
        ['deposit-2', 10n],
      ]),
    );
  });

  it('never leave a node that does not hold them', () => {
    const coins = new CoinQueues();
    coins.move({ from: 'outside:0xa', to: 'one', amount: 30n, flow: 'deposit-1' });
    expect(() => coins.move({ from: 'one', to: 'hot', amount: 31n, flow: 'sweep-1' })).toThrow('holds 1 less');
  });
});
