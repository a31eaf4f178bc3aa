import { z } from 'zod';
import { isChainId } from '@tributary/domain-custody';
import { configOf } from '@tributary/platform-config';

/** Which chain this process watches, and through which node. */
export class WatcherConfig extends configOf({
  /** CAIP-2 id; a node of another chain is refused. */
  CHAIN_ID: z.string().refine(isChainId, 'must be a CAIP-2 id of an EVM chain, e.g. eip155:1').default('eip155:31337'),
  /** JSON-RPC over HTTP. */
  ETHEREUM_RPC_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL, e.g. http://127.0.0.1:8545' }),
  /** First block that counts where nothing else says so; read once, when the chain is watched for the first time. */
  START_HEIGHT: z.coerce.number().int().min(0).max(2_147_483_647).default(0),
}) {}
