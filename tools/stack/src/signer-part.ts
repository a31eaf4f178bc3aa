import { resolve } from 'node:path';
import type { Part } from './part';

const REPOSITORY = resolve(__dirname, '../../..');

export function signerUrl(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** The development signer; it keeps nothing on disk. */
export function signerPart(port: number): Part {
  return {
    name: 'signer',
    port,
    stopSignal: 'SIGTERM',
    stopGraceMs: 5_000,
    command: async () => ({
      command: process.execPath,
      args: ['--conditions=@tributary/source', '--require', '@swc-node/register', 'tools/signer/src/main.ts'],
      cwd: REPOSITORY,
      env: { PORT: String(port) },
    }),
    isReady: async () => (await fetch(`${signerUrl(port)}/upcheck`, { signal: AbortSignal.timeout(2_000) })).ok,
  };
}
