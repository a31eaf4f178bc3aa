import { allocateAddress } from './allocate-address';
import type { ChangeKind } from './change-kind';
import { closeClient } from './close-client';
import { createWallet } from './create-wallet';
import { listAsset } from './list-asset';
import { openClient } from './open-client';
import { setMandate } from './set-mandate';

/** Every way in which the registry changes. */
const CHANGE_KINDS: readonly ChangeKind[] = [
  listAsset,
  openClient,
  closeClient,
  createWallet,
  allocateAddress,
  setMandate,
];

export const CHANGE_KIND_NAMES = CHANGE_KINDS.map(({ name }) => name);

/** @throws {Error} a name that is none of theirs */
export function kindOf(name: string): ChangeKind {
  const kind = CHANGE_KINDS.find((each) => each.name === name);
  if (!kind) throw new Error(`There is no kind of change "${name}"`);
  return kind;
}
