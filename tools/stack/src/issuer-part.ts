import { join, resolve } from 'node:path';
import type { Part } from './part';

const REPOSITORY = resolve(__dirname, '../../..');

export function issuerUrl(port: number): string {
  return `http://127.0.0.1:${port}`;
}

/** The development issuer. Who was signed in is forgotten when it ends; its tokens stay good, as its key stays. */
export function issuerPart({ dir, port }: { readonly dir: string; readonly port: number }): Part {
  return {
    name: 'issuer',
    port,
    stopSignal: 'SIGTERM',
    stopGraceMs: 5_000,
    command: async () => ({
      command: process.execPath,
      args: ['--conditions=@tributary/source', '--require', '@swc-node/register', 'tools/stack/src/issuer/main.ts'],
      cwd: REPOSITORY,
      env: { ISSUER_PORT: String(port), ISSUER_KEY_FILE: join(dir, 'signing-key.json') },
    }),
    isReady: async () => {
      const page = `${issuerUrl(port)}/.well-known/openid-configuration`;
      return (await fetch(page, { signal: AbortSignal.timeout(2_000) })).ok;
    },
  };
}
