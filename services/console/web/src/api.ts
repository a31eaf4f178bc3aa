/**
 * The console's API as the page uses it: one type per schema of /api/openapi.json, one function to read it.
 * Amounts are base units in decimal digits: never a JavaScript number. Times are ISO 8601 in UTC.
 */
export type BaseUnits = string;
export type Layer = 'custody' | 'entitlement';

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

export interface Asset {
  assetId: string;
  chain: string;
  symbol: string;
  decimals: number;
  kind: string;
  contract: string | null;
}

export interface Client {
  clientId: string;
}

export type DepositState = 'seen' | 'confirmed' | 'finalized' | 'reverted';

export interface Block {
  height: number;
  hash: string;
  time: string;
}

export interface Deposit {
  transferId: string;
  chain: string;
  txid: string;
  index: string;
  assetId: string;
  from: string;
  address: string;
  clientId: string | null;
  walletId: string;
  kind: 'client' | 'suspense' | 'capital';
  amount: BaseUnits;
  state: DepositState;
  block: Block | null;
  confirmations: number;
  /** how often this transfer was reverted before */
  occurrence: number;
  /** found by a backfill, after its block's turn */
  late: boolean;
  seenAt: string | null;
  confirmedAt: string | null;
  finalizedAt: string | null;
  revertedAt: string | null;
  creditedAt: string | null;
  entryIds: string[];
}

export interface DepositEvent {
  type: string;
  eventId: string;
  at: string;
  block: Block | null;
  streamSeq: string | number;
  topic: string;
  entryId: string | null;
}

export type DepositPage = Page<Deposit> & { asOf: string };
export type DepositWithEvents = Deposit & { events: DepositEvent[] };

export interface DepositSummary {
  credited: number;
  reverted: number;
  pending: number;
}

export interface FlowStage {
  id: string;
  label: string;
}

export interface FlowNode {
  id: string;
  stage: string;
  label: string;
  kind: string;
  inflow: BaseUnits;
  outflow: BaseUnits;
  balance: BaseUnits;
  members: number;
}

export interface FlowLink {
  id: string;
  source: string;
  target: string;
  amount: BaseUnits;
  count: number;
  /** return: to an earlier stage or the same one */
  kind: 'in' | 'internal' | 'return' | 'fee' | 'out';
}

export interface Flow {
  asset: string;
  layer: Layer;
  asOfSeq: string | number;
  stages: FlowStage[];
  nodes: FlowNode[];
  links: FlowLink[];
  total: BaseUnits;
  /** whether inflow less outflow of each coin account is its balance in the books; null where that is not known */
  conservation?: { ok: boolean; breaks: { account: string; amount: BaseUnits }[] } | null;
}

export interface FlowEdge {
  edgeId: string;
  src: string;
  dst: string;
  amount: BaseUnits;
  tx: string | null;
  flow: string;
  entryId: string;
  bookSeq: string | number;
  effectiveAt: string;
}

export interface TraceNode {
  id: string;
  kind: string;
  label: string;
  walletId: string | null;
}

export interface TraceEdge extends FlowEdge {
  /** as much of the edge as belongs to the trace */
  tracedAmount: BaseUnits;
  /** of its entry, e.g. sweep-settled */
  kind: string;
}

/** One layer of a trace: the largest lots in order of consumption, each with the edges of its way; the rest as one. */
export interface TraceLayer {
  layer: Layer;
  direction: 'back' | 'forward';
  nodes: TraceNode[];
  edges: TraceEdge[];
  lots: { at: string; amount: BaseUnits; edges: string[]; end: string; effectiveAt: string }[];
  rest: { count: number; atLeast: boolean; amount: BaseUnits } | null;
  remainder: { node: string; amount: BaseUnits; effectiveAt: string }[];
}

/** What ties the layers: the credit of each deposit whose coins are traced. */
export interface TraceLink {
  transferId: string;
  custodyEdgeId: string;
  entitlementEdgeId: string;
  clientId: string | null;
  custodyAmount: BaseUnits;
  creditAmount: BaseUnits;
}

export interface LinkedTrace {
  rule: string;
  asset: string;
  epoch: number;
  asOfSeq: number;
  custody: TraceLayer;
  entitlement: TraceLayer;
  links: TraceLink[];
}

/** Where a deposit lies now. */
export interface Whereabouts {
  transferId: string;
  asOfSeq: number;
  amount: BaseUnits;
  places: (Omit<TraceNode, 'id'> & { node: string; amount: BaseUnits; since: string })[];
}

export interface SweepEnd {
  address: string;
  walletId: string;
  role: string;
  side: 'c' | 'h';
  clientId: string | null;
}

/** A movement of ours from plan to settlement. */
export interface Sweep {
  flowId: string;
  kind: 'sweep' | 'top-up' | 'refill' | 'skim';
  state: string;
  chain: string;
  assetId: string;
  amount: BaseUnits;
  maxFee: BaseUnits;
  feeAssetId: string;
  from: SweepEnd;
  to: SweepEnd;
  mandateId: string;
  mandateVersion: number;
  digest: string;
  maker: string;
  /** who changed the mandate last: may not approve under it */
  mandateEditor: string;
  needsApproval: boolean;
  approvers: string[];
  plannedAt: string;
  updatedAt: string;
  deadline: string;
  txid: string | null;
  /** why it does not go on just now */
  waitingFor: string | null;
  reason: string | null;
}

export interface SweepAttempt {
  attempt: number;
  nonce: number;
  txid: string | null;
  state: string;
  maxFeePerGas: BaseUnits;
  maxPriorityFeePerGas: BaseUnits;
  gasLimit: string;
  signedAt: string | null;
  broadcastAt: string | null;
  block: Block | null;
  fee: BaseUnits | null;
  error: string | null;
}

export interface SweepDetail extends Sweep {
  limit: BaseUnits;
  automaticUpTo: BaseUnits;
  estimatedFee: BaseUnits | null;
  inputs: { transferId: string; amount: BaseUnits }[];
  approvals: { approver: string; digest: string; approvedAt: string }[];
  attempts: SweepAttempt[];
  history: { state: string; at: string; by: string | null; reason: string | null }[];
}

export interface Book {
  book: string;
  seq: string | number;
  entries: string | number;
  balanced: boolean;
  /** what does not balance, in words */
  faults?: string[];
}

export interface Account {
  book: string;
  account: string;
  balance: BaseUnits;
}

export interface StatementLine {
  bookSeq: string | number;
  entryId: string;
  kind: string;
  flow: string;
  txid: string | null;
  effectiveAt: string;
  bookedAt: string;
  counterAccount: string;
  debit: BaseUnits | null;
  credit: BaseUnits | null;
  balanceAfter: BaseUnits;
}

export interface Statement extends Page<StatementLine> {
  book: string;
  account: string;
  balance: BaseUnits;
  asOfSeq: string | number;
}

export interface Entry {
  entryId: string;
  book: string;
  bookSeq: number;
  kind: string;
  flow: string;
  txid: string | null;
  effectiveAt: string;
  bookedAt: string;
  /** the entry that this one takes back */
  reverses: string | null;
  movements: { debit: string; credit: string; amount: BaseUnits }[];
}

export interface ChainHealth {
  chain: string;
  height: number | null;
  hash: string | null;
  head: number | null;
  finalizedHeight: number | null;
  node: { state: 'ok' | 'down' | 'lying' | 'behind'; error: string | null; since: string | null };
  halted: { reason: string; height: number; at: string } | null;
  /** what was registered late and is read again */
  backfills?: { subject: string; nextHeight: number | null; toHeight: number | null }[];
}

export interface Failing {
  since: string;
  error: string;
}

export interface ServiceHealth {
  name: string;
  ready: boolean;
  /** why it is not ready; or, of a ready one, what in it fails */
  error: string | null;
  pipeline: {
    consumers: { topic: string; partition: number; lagMessages: number; lagSeconds: number | null }[];
    deadLetters: { count: number; parkedSubjects: number };
    /** setAside: rows that can never be published, kept for somebody to look at */
    outbox: { pending: number; oldestSeconds: number | null; setAside?: number };
    /** what does not get on, and since when; null where all is well */
    failing?: { consuming: Failing | null; publishing: Failing | null };
  } | null;
}

export interface DeadLetter {
  service: string;
  id: string | number;
  topic: string;
  subject: string;
  error: string;
  at: string;
  /** later events of the same subject that wait behind it */
  behind: number;
}

export interface Health {
  chains: ChainHealth[];
  services: ServiceHealth[];
  deadLetters: DeadLetter[];
}

/** What went wrong, in the words of the server's RFC 9457 problem where it sent one. */
export class ApiError extends Error {
  constructor(
    message: string,
    /** HTTP status; 0: no answer at all */
    readonly status: number,
  ) {
    super(message);
  }
}

/** The question itself was refused (a 4xx): asked again it is refused again. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ApiError && error.status >= 400 && error.status < 500;
}

/** Nobody is signed in, or the session has ended. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}

/** What only a page of this origin can send: without it the gateway changes nothing by cookie. */
const OF_THIS_PAGE = { 'x-requested-with': 'tributary' };

type Query = Record<string, string | number | null | undefined>;

export function apiPath(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return `/api/v1${path}${text ? `?${text}` : ''}`;
}

/** @throws {ApiError} no answer, or a refusal */
export async function read<Answer>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer> {
  return request<Answer>(apiPath(path, query), { signal });
}

/** @throws {ApiError} no answer, or a refusal */
export async function send<Answer>(path: string, body: unknown): Promise<Answer> {
  return request<Answer>(apiPath(path), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...OF_THIS_PAGE },
    body: JSON.stringify(body),
  });
}

/**
 * @returns where the browser ends its session with the identity provider too
 * @throws {ApiError} no answer, or a refusal
 */
export async function signOut(): Promise<string> {
  return (await request<{ location: string }>('/auth/sign-out', { method: 'POST', headers: OF_THIS_PAGE })).location;
}

async function request<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new ApiError('The console does not answer. Check that it runs, then try again.', 0);
  });
  const text = await response.text();
  if (!response.ok) throw new ApiError(reasonOf(text) ?? `The console answered ${response.status}.`, response.status);
  return (text ? JSON.parse(text) : undefined) as Answer;
}

function reasonOf(text: string): string | undefined {
  try {
    const problem = JSON.parse(text) as { title?: string; detail?: string; errors?: { reason: string }[] };
    const reasons = problem.errors?.map(({ reason }) => reason) ?? [];
    return reasons.length > 0 ? reasons.join('. ') : (problem.detail ?? problem.title);
  } catch {
    return undefined;
  }
}
