import { createServer, type IncomingMessage, type Server } from 'node:http';
import { isHex, keccak256, parseTransaction, type Hex } from 'viem';
import { sign } from 'viem/accounts';

/** A transaction of one transfer has some 200 bytes; this leaves room for any that a block would take. */
const LONGEST_BODY_BYTES = 300_000;

interface Answer {
  readonly status: number;
  readonly type?: 'application/json';
  readonly text: string;
}

/**
 * Serves the part of Web3Signer's HTTP interface that Ethereum transactions need, on 127.0.0.1 alone:
 *
 *   GET  /upcheck
 *   GET  /api/v1/eth1/publicKeys
 *   POST /api/v1/eth1/sign/{publicKey}   {"data": "<unsigned transaction>"} -> signature over its keccak256
 *
 * @param keys  private by public key
 * @param port  0: any that is free
 */
export async function serveSigner(keys: ReadonlyMap<Hex, Hex>, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    void answer(keys, request)
      .catch((error: Error): Answer => ({ status: 500, text: error.message }))
      .then(({ status, type, text }) => response.writeHead(status, { 'content-type': type ?? 'text/plain' }).end(text));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function answer(keys: ReadonlyMap<Hex, Hex>, request: IncomingMessage): Promise<Answer> {
  const asked = `${request.method} ${request.url}`;
  if (asked === 'GET /upcheck') return { status: 200, text: 'OK' };
  if (asked === 'GET /api/v1/eth1/publicKeys') {
    return { status: 200, type: 'application/json', text: JSON.stringify([...keys.keys()]) };
  }
  const publicKey = /^POST \/api\/v1\/eth1\/sign\/(0x[0-9a-fA-F]{128})$/.exec(asked)?.[1]?.toLowerCase();
  if (publicKey === undefined) {
    return { status: 404, text: 'There are /upcheck, /api/v1/eth1/publicKeys and /api/v1/eth1/sign/<public key>' };
  }
  const privateKey = keys.get(publicKey as Hex);
  if (privateKey === undefined) {
    return { status: 404, text: `No key of ${publicKey}: see SIGNER_MNEMONIC, and raise SIGNER_KEYS (${keys.size})` };
  }
  if (!request.headers['content-type']?.startsWith('application/json')) {
    return { status: 415, text: 'Send the body as content-type application/json' };
  }
  const transaction = transactionIn(await bodyOf(request));
  if (transaction === undefined) {
    return { status: 400, text: 'Send {"data": "<an unsigned serialized transaction, 0x and hex>"}' };
  }
  return { status: 200, text: await sign({ hash: keccak256(transaction), privateKey, to: 'hex' }) };
}

/** It signs transactions alone: nothing else that moves money by a signature. */
function transactionIn(body: string | undefined): Hex | undefined {
  try {
    const { data } = JSON.parse(body ?? '') as { data?: unknown };
    if (!isHex(data)) return undefined;
    parseTransaction(data as never);
    return data;
  } catch {
    return undefined;
  }
}

/** @returns undefined where it is too long */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= LONGEST_BODY_BYTES) chunks.push(chunk);
  }
  return bytes > LONGEST_BODY_BYTES ? undefined : Buffer.concat(chunks).toString();
}
