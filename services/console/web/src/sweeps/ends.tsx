import type { SweepEnd } from '../api';
import { ArrowIcon } from '../ui/icons';
import { Reference } from '../ui/reference';

/** From where to where a movement goes: the wallets, and the client whose coins they are. */
export function Ends({ from, to }: { from: SweepEnd; to: SweepEnd }) {
  return (
    <span className="path-ends">
      <span>{placeOf(from)}</span>
      <ArrowIcon />
      <span className="sr-only">to</span>
      <span>{placeOf(to)}</span>
    </span>
  );
}

export const placeOf = ({ walletId, clientId }: SweepEnd): string => (clientId ? `${walletId}, ${clientId}` : walletId);

export function End({ end }: { end: SweepEnd }) {
  return (
    <>
      {placeOf(end)} <Reference value={end.address} />
    </>
  );
}
