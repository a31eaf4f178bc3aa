import type {
  AddressAllocated,
  ClientOpened,
  EntryPosted,
  SweepBroadcast,
  SweepPlanned,
  TransferSeen,
  WalletCreated,
} from '@tributary/events';
import type { FoundKind, SearchTermRow } from './store/search-term-row';

/** A text by which something is found. */
export type SearchTerm = Omit<SearchTermRow, 'term'>;

function term(kind: FoundKind, id: string, more: Partial<SearchTerm> = {}): SearchTerm {
  return { kind, id, by: 'id', text: id, book: '', account: null, ...more };
}

export const termsOfClient = ({ clientId }: ClientOpened): SearchTerm[] => [term('client', clientId)];

export const termsOfWallet = ({ walletId, label }: WalletCreated): SearchTerm[] => [
  term('wallet', walletId),
  ...(label.toLowerCase() === walletId.toLowerCase() ? [] : [term('wallet', walletId, { by: 'name', text: label })]),
];

export const termsOfAddress = ({ address, walletId }: AddressAllocated): SearchTerm[] => [
  term('address', address, { account: walletId }),
];

/** A deposit is known by its transaction and by who sent it; what leaves us is no deposit. */
export function termsOfTransfer({ transferId, txid, from }: TransferSeen): SearchTerm[] {
  return [
    term('deposit', transferId),
    term('deposit', transferId, { by: 'transaction', text: txid }),
    term('deposit', transferId, { by: 'sender', text: from.address }),
  ];
}

export const termsOfSweep = ({ flowId }: SweepPlanned): SearchTerm[] => [term('sweep', flowId)];

export const termsOfBroadcast = ({ flowId, txid }: SweepBroadcast): SearchTerm[] => [
  term('sweep', flowId, { by: 'transaction', text: txid }),
];

/** An entry, and every account that it moved. */
export function termsOfEntry({ entryId, book, movements }: EntryPosted): SearchTerm[] {
  const accounts = new Set(movements.flatMap(({ debit, credit }) => [debit, credit]));
  const [first = null] = accounts;
  return [
    term('entry', entryId, { book, account: first }),
    ...[...accounts].map((account) => term('account', account, { book })),
  ];
}
