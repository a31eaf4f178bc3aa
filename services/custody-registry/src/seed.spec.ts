import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AllocateAddress } from './allocate-address';
import { CreateWallet } from './create-wallet';
import { ListAsset } from './list-asset';
import { OpenClient } from './open-client';
import { differences, readSeed, type Seed } from './seed';

describe('a seed file', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'seed-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  function reading(text: string) {
    const path = join(folder, 'seed.json');
    writeFileSync(path, text);
    return readSeed(path);
  }

  it('of the example fits every command', () => {
    const seed = readSeed(resolve(__dirname, '../seed.example.json')) as Seed;
    const commands = { assets: ListAsset, clients: OpenClient, wallets: CreateWallet, addresses: AllocateAddress };
    for (const [kind, { contract }] of Object.entries(commands)) {
      const items = seed[kind as keyof typeof commands];
      expect(items.length).toBeGreaterThan(0);
      for (const item of items) expect(contract.body.safeParse({ maker: seed.maker, ...item }).error).toBeUndefined();
    }
  });

  it.each([
    ['no JSON', '{', /cannot be read/],
    ['no maker', '{}', /maker: /],
    ['an unknown list', '{"maker":"m","accounts":[]}', /accounts/],
    ['an item that is no object', '{"maker":"m","clients":["CL-1"]}', /clients\.0/],
  ])('with %s says what to mend', (_, text, message) => {
    expect(reading(text)).toMatch(message);
  });

  it('that is missing is no crash', () => {
    expect(readSeed(join(folder, 'none.json'))).toMatch(/none\.json cannot be read/);
  });

  it('differs from what stands in what it states, but for its maker', () => {
    const standing = { walletId: 'w', label: 'Hot', role: 'hot', maker: 'ann', version: 1 };
    expect(differences({ walletId: 'w', label: 'Hot', maker: 'bob' }, standing)).toEqual([]);
    expect(differences({ walletId: 'w', label: 'Cold', role: 'cold', maker: 'ann' }, standing)).toEqual([
      'label',
      'role',
    ]);
  });
});
