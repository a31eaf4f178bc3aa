import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { keccak256 } from 'viem';
import { privateKeyToAccount, sign } from 'viem/accounts';
import { unsignedTransfer } from './unsigned-transfer';
import { EIP_155, EIP_1559_PRIVATE_KEY } from './vectors/signed-transactions';
import { Web3Signer } from './web3signer';
import { withSignature } from './with-signature';

const ours = privateKeyToAccount(EIP_1559_PRIVATE_KEY);
const ADDRESS = ours.address.toLowerCase();
const PUBLIC_KEY = `0x${ours.publicKey.slice(4)}`;
const UNSIGNED = unsignedTransfer({
  ...{ chainId: 1, nonce: 0, to: `0x${'bb'.repeat(20)}`, amount: 1n },
  ...{ gasLimit: 21_000n, maxFeePerGas: 2n, maxPriorityFeePerGas: 1n },
});
const signatureBy = (privateKey: `0x${string}`, bytes = UNSIGNED) =>
  sign({ hash: keccak256(bytes), privateKey, to: 'hex' });

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

/** A signer of our own, which lists our key and answers a request to sign as the test wants. */
async function signerThat(answer: RequestListener, keys = [PUBLIC_KEY], timeoutMs = 2_000): Promise<Web3Signer> {
  const server = createServer((request, response) => {
    if (request.url === '/api/v1/eth1/publicKeys') response.end(JSON.stringify(keys));
    else answer(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  cleanUps.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return new Web3Signer(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, timeoutMs);
}

describe('Web3Signer', () => {
  it('asks under the public key of the address for a signature over the bytes, and hands on what fits', async () => {
    const asked: string[] = [];
    const signer = await signerThat((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      request.on('data', (body: Buffer) => asked.push(body.toString()));
      request.on('end', () => void signatureBy(EIP_1559_PRIVATE_KEY).then((text) => response.end(`${text}\n`)));
    });
    const { from } = await withSignature(UNSIGNED, await signer.sign(ADDRESS, UNSIGNED));
    expect(from).toBe(ADDRESS);
    expect(asked).toEqual([`POST /api/v1/eth1/sign/${PUBLIC_KEY}`, JSON.stringify({ data: UNSIGNED })]);
  });

  it('reads public keys with and without their prefix', async () => {
    const signer = await signerThat(() => undefined, [ours.publicKey, PUBLIC_KEY]);
    expect([...(await signer.addresses()).keys()]).toEqual([ADDRESS]);
  });

  it('refuses a signature of another key, and one of our key over other bytes', async () => {
    const otherKey = await signatureBy(EIP_155.privateKey);
    const otherBytes = await signatureBy(EIP_1559_PRIVATE_KEY, EIP_155.unsigned);
    for (const signature of [otherKey, otherBytes]) {
      const signer = await signerThat((_, response) => response.end(signature));
      await expect(signer.sign(ADDRESS, UNSIGNED)).rejects.toMatchObject({ code: 'wrong-signature' });
    }
  });

  it.each([
    [404, 'no such key', 'unknown-key'],
    [400, 'bad data', 'refused'],
    [500, 'vault sealed', 'down'],
    [200, '{"error":"busy"}', 'wrong-signature'],
  ])('names what HTTP %i "%s" means: %s', async (status, body, code) => {
    const signer = await signerThat((_, response) => response.writeHead(status).end(body));
    await expect(signer.sign(ADDRESS, UNSIGNED)).rejects.toMatchObject({ code });
  });

  it('knows no key of an address that the signer does not list, until it lists it', async () => {
    const keys: string[] = [];
    const signature = await signatureBy(EIP_1559_PRIVATE_KEY);
    const signer = await signerThat((_, response) => response.end(signature), keys);
    await expect(signer.sign(ADDRESS, UNSIGNED)).rejects.toMatchObject({ code: 'unknown-key' });
    keys.push(PUBLIC_KEY);
    await expect(signer.sign(ADDRESS, UNSIGNED)).resolves.toBe(signature);
  });

  it('is down where it does not answer in time or nobody listens, and says what to do', async () => {
    const silent = await signerThat(() => undefined, [PUBLIC_KEY], 200);
    await expect(silent.sign(ADDRESS, UNSIGNED)).rejects.toMatchObject({ code: 'down' });
    const nobody = new Web3Signer('http://127.0.0.1:9');
    await expect(nobody.addresses()).rejects.toMatchObject({
      code: 'down',
      message: expect.stringContaining('SIGNER_URL'),
    });
  });

  it('refuses what lists no keys', async () => {
    const signer = await signerThat(() => undefined, ['0x12']);
    await expect(signer.addresses()).rejects.toMatchObject({ code: 'refused' });
  });
});
