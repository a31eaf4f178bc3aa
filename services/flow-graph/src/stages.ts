import { placeOf } from '@tributary/domain-ledger';

/** Columns of the picture, from left to right. */
export const STAGES = [
  { id: 'outside', label: 'Outside' },
  { id: 'deposit', label: 'Deposit addresses' },
  { id: 'transit', label: 'In transit' },
  { id: 'gas', label: 'Gas' },
  { id: 'gas-held', label: 'Gas at addresses' },
  { id: 'hot', label: 'Hot' },
  { id: 'warm', label: 'Warm' },
  { id: 'cold', label: 'Cold' },
  { id: 'fees', label: 'Fees' },
  { id: 'credit', label: 'Credits' },
  { id: 'pending', label: 'Pending' },
  { id: 'claim', label: 'Available' },
] as const;

export type StageId = (typeof STAGES)[number]['id'];

/** What a group may be. */
export const KINDS = [
  'outside',
  'deposit',
  'transit',
  'wallet',
  'fee',
  'credit',
  'pending',
  'claim',
  'suspense',
] as const;

/** How a group is drawn. */
export interface Look {
  readonly stage: StageId;
  readonly kind: (typeof KINDS)[number];
  readonly label: string;
}

/** What is known of wallets, by id. */
export type Wallets = ReadonlyMap<string, { readonly label: string; readonly role: StageId }>;

/**
 * The column, kind and name of a group.
 *
 * @param members  how many nodes it has: names the rest of a family
 */
export function lookOf(group: string, members: number, wallets: Wallets): Look {
  switch (group) {
    case 'other-senders':
      return { stage: 'outside', kind: 'outside', label: `${members} others` };
    case 'other-clients':
      return { stage: 'deposit', kind: 'deposit', label: 'Other clients' };
    case 'other-pending':
      return { stage: 'pending', kind: 'pending', label: 'Other clients' };
    case 'other-available':
      return { stage: 'claim', kind: 'claim', label: 'Other clients' };
    case 'unattributed':
      return { stage: 'deposit', kind: 'deposit', label: 'Unattributed' };
    case 'suspense':
      return { stage: 'claim', kind: 'suspense', label: 'Unattributed' };
    case 'gas':
      return { stage: 'gas-held', kind: 'wallet', label: 'Gas at addresses' };
    case 'fees':
      return { stage: 'fees', kind: 'fee', label: 'Network fees' };
    case 'credits':
      return { stage: 'credit', kind: 'credit', label: 'Finalized deposits' };
  }
  const name = group.slice(group.indexOf(':') + 1);
  switch (group.slice(0, group.indexOf(':'))) {
    case 'outside':
      return { stage: 'outside', kind: 'outside', label: name };
    case 'client':
      return { stage: 'deposit', kind: 'deposit', label: name };
    case 'pending':
      return { stage: 'pending', kind: 'pending', label: name };
    case 'available':
      return { stage: 'claim', kind: 'claim', label: name };
    case 'transit':
      return { stage: 'transit', kind: 'transit', label: `In transit: ${name}` };
    case 'wallet': {
      const wallet = wallets.get(name);
      return { stage: wallet?.role ?? 'hot', kind: 'wallet', label: wallet?.label ?? name };
    }
    default:
      return lookOfAddress(group);
  }
}

/** How a link is drawn. */
export type LinkKind = 'in' | 'internal' | 'return' | 'fee' | 'out';

/** Into our accounts, on to a later stage, back to an earlier or the same one, to the network, or out. */
export function linkKind(source: Look, target: Look): LinkKind {
  if (isOrigin(source)) return 'in';
  if (target.kind === 'fee') return 'fee';
  if (isOrigin(target)) return 'out';
  return stageIndex(target) > stageIndex(source) ? 'internal' : 'return';
}

/** Value enters the graph here: from outside, or as a credit. */
export function isOrigin({ kind }: Look): boolean {
  return kind === 'outside' || kind === 'credit';
}

function stageIndex({ stage }: Look): number {
  return STAGES.findIndex(({ id }) => id === stage);
}

/** An address whose registration has not arrived yet stands by itself. */
function lookOfAddress(node: string): Look {
  const place = placeOf(node);
  if (place.kind !== 'address') return { stage: 'claim', kind: 'claim', label: node };
  return { stage: place.role, kind: place.role === 'deposit' ? 'deposit' : 'wallet', label: place.address };
}
