import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { differences, itemsOfSeed, readSeed, type Seed } from './seed';

describe('a seed file', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'seed-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  function reading(text: string) {
    const path = join(folder, 'seed.json');
    writeFileSync(path, text);
    return readSeed(path);
  }

  it('of the example fits every kind of change', () => {
    const items = itemsOfSeed(readSeed(resolve(__dirname, '../seed.example.json')) as Seed);
    expect(new Set(items.map(({ place }) => place.split('[')[0])).size).toBe(5);
    for (const { kind, given } of items) expect(kind.item.safeParse(given).error).toBeUndefined();
  });

  it.each([
    ['no JSON', '{', /cannot be read/],
    ['nobody who asks', '{"checker":"c"}', /maker: /],
    ['nobody who approves', '{"maker":"m"}', /checker: /],
    ['one person for both', '{"maker":"m","checker":"m"}', /checker: must be somebody else/],
    ['an unknown list', '{"maker":"m","checker":"c","accounts":[]}', /accounts/],
    ['an item that is no object', '{"maker":"m","checker":"c","clients":["CL-1"]}', /clients\.0/],
  ])('with %s says what to mend', (_, text, message) => {
    expect(reading(text)).toMatch(message);
  });

  it('that is missing is no crash', () => {
    expect(readSeed(join(folder, 'none.json'))).toMatch(/none\.json cannot be read/);
  });

  it('differs from what stands in what it states', () => {
    const standing = { walletId: 'w', label: 'Hot', role: 'hot', maker: 'ann', version: 1 };
    expect(differences({ walletId: 'w', label: 'Hot' }, standing)).toEqual([]);
    expect(differences({ walletId: 'w', label: 'Cold', role: 'cold' }, standing)).toEqual(['label', 'role']);
  });
});
