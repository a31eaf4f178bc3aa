import { createHash } from 'node:crypto';
import { digestOf } from './digest';

const CHANGE = { kind: 'open-client', items: [{ clientId: 'CL-1', note: null, rank: 7 }], maker: 'ann' };

describe('the digest of a change', () => {
  it('is that of its canonical JSON, whatever the order of the fields', () => {
    const canonical = '{"items":[{"clientId":"CL-1","note":null,"rank":7}],"kind":"open-client","maker":"ann"}';
    expect(digestOf(CHANGE)).toBe(createHash('sha256').update(canonical).digest('hex'));
    expect(digestOf({ maker: 'ann', items: [{ rank: 7, note: null, clientId: 'CL-1' }], kind: 'open-client' })).toBe(
      digestOf(CHANGE),
    );
  });

  it.each([
    ['another maker', { maker: 'bob' }],
    ['another kind', { kind: 'close-client' }],
    ['another item', { items: [{ clientId: 'CL-2', note: null, rank: 7 }] }],
    ['the items in another order', { items: [...CHANGE.items, { clientId: 'CL-0' }].reverse() }],
    ['a number for a text', { items: [{ clientId: 'CL-1', note: null, rank: '7' }] }],
  ])('differs for %s', (_, changed) => {
    const base = digestOf({ ...CHANGE, items: [...CHANGE.items, { clientId: 'CL-0' }] });
    expect([digestOf(CHANGE), base]).not.toContain(digestOf({ ...CHANGE, ...changed }));
  });
});
