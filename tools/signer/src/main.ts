import type { AddressInfo } from 'node:net';
import { SignerConfig } from './config';
import { developmentKeys } from './development-keys';
import { serveSigner } from './signer-server';

async function main(): Promise<void> {
  const { PORT, SIGNER_MNEMONIC, SIGNER_KEYS } = new SignerConfig();
  const keys = await developmentKeys(SIGNER_MNEMONIC, SIGNER_KEYS, (derived) =>
    console.log(`${derived} of ${SIGNER_KEYS} keys are derived`),
  );
  const server = await serveSigner(keys, PORT);
  const { port } = server.address() as AddressInfo;
  console.log(`Development signer: ${keys.size} keys, at http://127.0.0.1:${port}. Never for real money.`);
  const end = () => {
    server.close();
    server.closeIdleConnections();
  };
  process.once('SIGTERM', end).once('SIGINT', end);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
