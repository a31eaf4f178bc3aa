import { z } from 'zod';
import { isChainId } from '@tributary/domain-custody';
import { configOf } from '@tributary/platform-config';

const httpUrl = z.url({ protocol: /^https?$/, error: 'must be an http(s) URL, e.g. http://127.0.0.1:8545' });

/** Which chain this process sends on, through which node, and who signs. */
export class PlannerConfig extends configOf({
  /** CAIP-2 id; a node of another chain is refused. */
  CHAIN_ID: z.string().refine(isChainId, 'must be a CAIP-2 id of an EVM chain, e.g. eip155:1').default('eip155:31337'),
  /** JSON-RPC over HTTP. */
  ETHEREUM_RPC_URL: httpUrl,
  /** A signer in Web3Signer's form; the planner holds no key. */
  SIGNER_URL: httpUrl,
  /** How long an address must stand in the address book before anything is sent to it. */
  DESTINATION_COOL_DOWN_SECONDS: z.coerce.number().int().min(0).default(86_400),
  /** How long a transaction may be missing from the chain before its bytes are sent again. */
  REBROADCAST_AFTER_SECONDS: z.coerce.number().positive().default(5),
}) {}
