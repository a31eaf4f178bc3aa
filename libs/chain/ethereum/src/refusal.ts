import type { NodeRefusal } from './node-error';

/** JSON-RPC errors that judge the transaction, not the question: invalid input, rejected, invalid parameters. */
const VERDICT_CODES: readonly number[] = [-32000, -32003, -32010, -32602];

/** JSON-RPC has no codes for these; the words are those of geth, reth, Erigon, Nethermind, Besu and anvil. */
const WORDS = [
  [/already ?known|known transaction|already imported|already in (the )?(mem)?pool/i, 'already-known'],
  [/nonce (is )?too low|old ?nonce|nonce has already been used/i, 'nonce-too-low'],
  [
    /underpriced|fee ?too ?low|less than block base fee|replacement ?not ?allowed|below configured minimum/i,
    'underpriced',
  ],
  [/insufficient ?(funds|balance)|exceeds (account )?balance/i, 'insufficient-funds'],
] as const;

const WOULD_FAIL = /revert|EVM error|insufficient ?funds|exceeds allowance|out of gas/i;
const REVERTED = 3;

/** Why a node did not take signed bytes; undefined where it refused the question, not the bytes. */
export function verdictOn({ rpcCode, rpcMessage }: NodeRefusal): (typeof WORDS)[number][1] | 'rejected' | undefined {
  const told = WORDS.find(([words]) => words.test(rpcMessage))?.[1];
  return told ?? (VERDICT_CODES.includes(rpcCode) ? 'rejected' : undefined);
}

/** Whether a node says that a call would fail, rather than that it cannot tell. */
export function saysWouldFail({ rpcCode, rpcMessage }: NodeRefusal): boolean {
  return rpcCode === REVERTED || WOULD_FAIL.test(rpcMessage);
}
