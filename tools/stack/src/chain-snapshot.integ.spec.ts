import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChainSnapshot } from './chain-snapshot';
import { ethereumRpc } from './ethereum-rpc';
import { startAnvil } from './start-anvil';

jest.setTimeout(120_000);

const newDir = () => mkdtempSync(join(tmpdir(), 'tributary-chain-'));

test('a dump that was cut short is not taken, and what a kill left half written is not read', async () => {
  const dir = newDir();
  const snapshot = new ChainSnapshot(dir);
  expect(await snapshot.unpack()).toBeUndefined();
  const anvil = await startAnvil({ blockTimeSec: 0 });
  try {
    await ethereumRpc(anvil.url, 'anvil_mine', '0x5');
    await snapshot.take(anvil.url);
    const whole = readFileSync(join(dir, 'state.json.gz'));

    const dump = await ethereumRpc<string>(anvil.url, 'anvil_dumpState');
    await expect(snapshot.save(dump.slice(0, dump.length / 2))).rejects.toThrow('unexpected end of file');
    writeFileSync(join(dir, 'state.json.gz.new'), whole.subarray(0, whole.length / 2));
    expect(readFileSync(join(dir, 'state.json.gz'))).toEqual(whole);
    expect((await snapshot.unpack())?.genesisTimeSec).toBeGreaterThan(1_700_000_000);
  } finally {
    await anvil.stop();
  }
});

test('a damaged state stops the start instead of forgetting the chain', async () => {
  const dir = newDir();
  writeFileSync(join(dir, 'state.json.gz'), 'not a state');
  await expect(new ChainSnapshot(dir).unpack()).rejects.toThrow('npm run reset');
});
