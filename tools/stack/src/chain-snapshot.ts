import { existsSync, mkdirSync } from 'node:fs';
import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ethereumRpc } from './ethereum-rpc';

const inflate = promisify(gunzip);

/**
 * The last known state of a local chain: blocks, receipts and balances, as `anvil_dumpState` gives it (JSON under
 * gzip, whose checksum tells a whole dump from a cut one). A kill at any moment leaves the last whole one in place.
 * anvil's own `--state` is not used: it writes in place.
 */
export class ChainSnapshot {
  private readonly path: string;

  constructor(private readonly dir: string) {
    mkdirSync(dir, { recursive: true });
    this.path = join(dir, 'state.json.gz');
  }

  /** Takes the state of the node at `url`, with the states of its recent blocks. */
  async take(url: string): Promise<void> {
    await this.save(await ethereumRpc<string>(url, 'anvil_dumpState', true));
  }

  /** @throws {Error} the dump is not whole; the last one is kept */
  async save(dump: string): Promise<void> {
    const bytes = Buffer.from(dump.slice(2), 'hex');
    await inflate(bytes);
    const file = await open(`${this.path}.new`, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${this.path}.new`, this.path);
  }

  /**
   * Lays the state out as the JSON file that anvil loads.
   * @returns undefined if no state was ever taken
   * @throws {Error} the state cannot be read: to start without it would forget finalized blocks
   */
  async unpack(): Promise<UnpackedChain | undefined> {
    if (!existsSync(this.path)) return undefined;
    try {
      const json = await inflate(await readFile(this.path));
      const stateFile = join(this.dir, 'load.json');
      await writeFile(stateFile, json);
      const { blocks } = JSON.parse(json.toString()) as AnvilState;
      const genesis = blocks.find((block) => Number(block.header.number) === 0);
      return { stateFile, genesisTimeSec: Number(genesis!.header.timestamp) };
    } catch (error) {
      throw new Error(`${this.path} is damaged (${String(error)}): \`npm run reset\` starts a new chain`, {
        cause: error,
      });
    }
  }
}

export interface UnpackedChain {
  readonly stateFile: string;
  /** The time of block 0. anvil makes that block anew at each start: at another time it would be another chain's. */
  readonly genesisTimeSec: number;
}

/** What we read of anvil's state. */
interface AnvilState {
  readonly blocks: readonly { readonly header: { readonly number: string; readonly timestamp: string } }[];
}
