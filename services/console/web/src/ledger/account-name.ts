import { shortenedWithin } from '../ui/shortened';

/** An account's path as one reads it: `Client assets`, `deposit · 0x52ba…8d18`. The path itself stays its name. */
export function accountName(account: string): { group: string; name: string } {
  const [kind = '', side = '', ...rest] = account.split(':');
  const owner = side === 'c' ? 'Client' : side === 'h' ? 'House' : '';
  const group = owner ? `${owner} ${kind}` : kind;
  const [role = '', ...detail] = owner ? rest : [side, ...rest];
  return {
    group: group.charAt(0).toUpperCase() + group.slice(1),
    name: [role, withoutChain(detail.join(':'))].filter(Boolean).join(' · '),
  };
}

/** The book says the chain already: an address stands alone, and a transfer is known by its transaction. */
function withoutChain(detail: string): string {
  const bare = detail.replace(/(^|:)[a-z0-9-]{3,8}:[A-Za-z0-9_-]{1,32}[:/](?=\w{16})/, (_, before) =>
    before ? ' ' : '',
  );
  return shortenedWithin(bare.replace(/\/[a-z]+(:\w+)?$/, ''));
}
