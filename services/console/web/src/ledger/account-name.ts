import { shortenedWithin } from '../ui/shortened';

/** An account's path as one reads it: `Client assets`, `deposit · 0x52ba…8d18`. The path itself stays its name. */
export function accountName(account: string): { group: string; name: string } {
  const [kind = '', side = '', ...rest] = account.split(':');
  const owner = side === 'c' ? 'Client' : side === 'h' ? 'House' : '';
  const group = owner ? `${owner} ${kind}` : kind;
  const [role = '', ...detail] = owner ? rest : [side, ...rest];
  return {
    group: group.charAt(0).toUpperCase() + group.slice(1),
    name: [role, shortenedWithin(detail.join(':'))].filter(Boolean).join(' · '),
  };
}
