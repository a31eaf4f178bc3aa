import { queryOptions, useQuery } from '@tanstack/react-query';
import { read } from '../api';

export type Role = 'operator' | 'approver' | 'finance' | 'auditor';

/** Who is signed in: `subject` is the name that gets recorded. */
export interface Me {
  subject: string;
  name: string | null;
  roles: Role[];
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => read<Me>('/me', {}, signal),
  staleTime: 60_000,
  // Whoever has signed in again in another tab comes back to this one.
  refetchOnWindowFocus: 'always',
});

/** Known wherever a screen is shown: none is before somebody has signed in. */
export const useMe = (): Me | undefined => useQuery(meQuery).data;

/** Where signing in begins; it leads back to `path`. */
export const signInPath = (path: string): string => `/auth/sign-in?${new URLSearchParams({ return: path })}`;

/** Why somebody may not do what takes one of the roles; undefined: may. */
export function roleRefusal(me: Pick<Me, 'roles'> | undefined, ...oneOf: Role[]): string | undefined {
  if (me?.roles.some((role) => oneOf.includes(role))) return undefined;
  const yours = me?.roles.length ? `you are ${me.roles.join(' and ')}` : 'you have no role';
  return `This takes the role ${oneOf.join(' or ')}; ${yours}.`;
}
