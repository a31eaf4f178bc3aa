import { queryOptions } from '@tanstack/react-query';
import { read } from '../api';

/** Something that begins with what was typed. */
export interface Found {
  kind: 'address' | 'client' | 'wallet' | 'account' | 'deposit' | 'sweep' | 'entry';
  id: string;
  /** what of it begins so: its id, or what belongs to it */
  by: 'id' | 'transaction' | 'sender' | 'name';
  /** the whole of what begins so */
  text: string;
  /** where in the ledger it stands */
  book: string | null;
  account: string | null;
}

/** Where a choice of the palette leads. */
export interface Choice {
  key: string;
  group: string;
  text: string;
  note?: string;
  to: string;
  search?: Record<string, string>;
}

/** Fewer letters find too much. */
export const LEAST_LETTERS = 2;

export const findQuery = (text: string) =>
  queryOptions({
    queryKey: ['search', text],
    queryFn: async ({ signal }) => (await read<{ items: Found[] }>('/search', { q: text }, signal)).items,
    enabled: text.length >= LEAST_LETTERS,
    placeholderData: (before) => before,
  });

/** The screens whose name begins with what was typed. */
export function screensFor(
  text: string,
  screens: readonly { readonly to: string; readonly name: string; readonly key: string }[],
): Choice[] {
  const wanted = text.toLowerCase();
  return screens
    .filter(({ name }) => name.toLowerCase().startsWith(wanted))
    .map(({ to, name, key }) => ({
      key: to,
      group: 'Go to',
      text: name,
      note: `g ${key}`,
      to,
    }));
}

const GROUPS: Readonly<Record<Found['kind'], string>> = {
  address: 'Addresses',
  client: 'Clients',
  wallet: 'Wallets',
  account: 'Accounts',
  deposit: 'Deposits',
  sweep: 'Sweeps',
  entry: 'Entries',
};

/** How a find is shown, and where it leads. */
export function choiceOf({ kind, id, by, text, book, account }: Found): Choice {
  const choice = { key: `${kind} ${id} ${by}`, group: GROUPS[kind], text: by === 'id' ? id : text };
  const note = by === 'id' ? undefined : { transaction: 'by its transaction', sender: 'by its sender', name: id }[by];
  switch (kind) {
    case 'address':
      return { ...choice, note: account ?? undefined, to: '/registry', search: { view: 'addresses', id } };
    case 'client':
      return { ...choice, note, to: '/deposits', search: { clientId: id } };
    case 'wallet':
      return { ...choice, note, to: '/registry', search: { view: 'wallets', id } };
    case 'account':
      return { ...choice, note: book ?? undefined, to: '/ledger', search: { book: book ?? '', account: id } };
    case 'deposit':
      return { ...choice, note, to: `/deposits/${encodeURIComponent(id)}` };
    case 'sweep':
      return { ...choice, note, to: `/sweeps/${encodeURIComponent(id)}` };
    case 'entry':
      return {
        ...choice,
        note: account ?? undefined,
        to: '/ledger',
        search: { book: book ?? '', account: account ?? '', entry: id },
      };
  }
}
