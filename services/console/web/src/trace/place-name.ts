import type { TraceNode } from '../api';
import { shortened, shortenedWithin } from '../ui/shortened';

/** What a place is called in a trace: `0x9e37…1234`, `Hot ETH`, `Sweep …0012`. */
export function placeName(id: string, node?: Pick<TraceNode, 'kind' | 'label'>): string {
  const flow = flowOf(id);
  if (flow) return `${flow.kind === 'sweep' ? 'Sweep' : 'Move'} …${flow.id.slice(-4)}`;
  if (id.startsWith('fees:')) return 'Network fees';
  if (id.startsWith('outside:') || node?.kind === 'deposit')
    return shortened(id.split(':').at(-1)!).filter(Boolean).join('…');
  return node?.label ?? shortenedWithin(id);
}

/** What stands in a column, from the kind of its first place. */
export function columnName(id: string, first: boolean): { one: string; many: string } {
  if (id.startsWith('outside:'))
    return first ? { one: 'Origin', many: 'parties' } : { one: 'Outside', many: 'parties' };
  if (id.startsWith('fees:')) return { one: 'Fees', many: 'fees' };
  if (id.startsWith('credit')) return { one: 'Credited', many: 'credits' };
  const flow = flowOf(id);
  if (flow) return flow.kind === 'sweep' ? { one: 'Sweep', many: 'sweeps' } : { one: 'Movement', many: 'movements' };
  const role = /^assets:[ch]:(\w+):/.exec(id)?.[1];
  if (role === 'deposit') return { one: 'Deposit address', many: 'addresses' };
  if (role) return { one: `${role.charAt(0).toUpperCase()}${role.slice(1)} wallet`, many: 'wallets' };
  return { one: 'Account', many: 'accounts' };
}

/** The movement of ours whose transit a place is. */
export function flowOf(id: string): { kind: string; id: string } | undefined {
  const [, kind, flow] = /^assets:[ch]:transit:(\w+):(.+)$/.exec(id) ?? [];
  return kind !== undefined && flow !== undefined ? { kind, id: flow } : undefined;
}

/** The tone of a place: what comes in, what is ours, what leaves. */
export function toneOf(id: string, first: boolean): 'in' | 'internal' | 'out' {
  if (/^(outside|fees):/.test(id)) return first ? 'in' : 'out';
  return /^assets:[ch]:deposit:/.test(id) ? 'in' : 'internal';
}

/** Where value enters and leaves the graph; no coin lies there. */
export const isBoundary = (id: string): boolean => /^(outside|credit|fees):/.test(id);
