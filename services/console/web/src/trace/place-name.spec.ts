import { columnName, flowOf, placeName, toneOf } from './place-name';

const ADDRESS = '0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045';
const sweep = 'assets:c:transit:sweep:0192f7a0-1111-7000-8000-000000000012';

it('calls a party and a deposit address by their address, a wallet by its name, a movement by its end', () => {
  expect(placeName(`outside:${ADDRESS}`)).toBe('0xd8dA…6045');
  expect(placeName(`assets:c:deposit:eip155:1:${ADDRESS}`, { kind: 'deposit', label: 'acme' })).toBe('0xd8dA…6045');
  expect(placeName(`assets:c:hot:eip155:1:${ADDRESS}`, { kind: 'wallet', label: 'Hot ETH' })).toBe('Hot ETH');
  expect(placeName(sweep)).toBe('Sweep …0012');
});

it('knows the flow of a movement on its way, and no flow of a place', () => {
  expect(flowOf(sweep)).toEqual({ kind: 'sweep', id: '0192f7a0-1111-7000-8000-000000000012' });
  expect(flowOf(`outside:${ADDRESS}`)).toBeUndefined();
});

it('tells an origin from a destination outside', () => {
  expect([columnName('outside:0x1', true).one, columnName('outside:0x1', false).one]).toEqual(['Origin', 'Outside']);
  expect([toneOf('outside:0x1', true), toneOf('outside:0x1', false)]).toEqual(['in', 'out']);
});
