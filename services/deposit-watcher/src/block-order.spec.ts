import { byPlace } from './block-order';

it('orders by block, transaction and place in it, the value before the logs and the transaction last', () => {
  const inOrder = [
    { blockHeight: 9, placeInBlock: 7, index: 'log:0' },
    { blockHeight: 10, placeInBlock: 0, index: 'native' },
    { blockHeight: 10, placeInBlock: 0, index: 'log:9' },
    { blockHeight: 10, placeInBlock: 0, index: 'log:10' },
    { blockHeight: 10, placeInBlock: 0 },
    { blockHeight: 10, placeInBlock: 2, index: 'native' },
  ];
  expect([...inOrder].reverse().sort(byPlace)).toEqual(inOrder);
});
