import { changedTopics, positionsOf } from './change-feed';

const NOW = { 'custody.transfers.v1-0': '7', 'custody.transfers.v1-1': '2', 'custody.ledger.v1-0': '5' };

describe('what changed since a position', () => {
  it('is nothing where nothing moved', () => expect(changedTopics(NOW, NOW)).toEqual([]));

  it('is each moved topic once', () => {
    expect(changedTopics({ ...NOW, 'custody.transfers.v1-0': '6', 'custody.transfers.v1-1': '1' }, NOW)).toEqual([
      'custody.transfers.v1',
    ]);
  });

  it('is everything for who knows nothing, or sends an id that is none of ours', () => {
    const all = ['custody.transfers.v1', 'custody.ledger.v1'];
    expect(changedTopics(positionsOf(undefined), NOW)).toEqual(all);
    expect(changedTopics(positionsOf('nonsense'), NOW)).toEqual(all);
    expect(changedTopics(positionsOf(Buffer.from('null').toString('base64url')), NOW)).toEqual(all);
  });
});
