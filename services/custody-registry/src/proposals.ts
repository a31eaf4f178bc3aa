import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Problem, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { allocateAddress } from './allocate-address';
import { Change, toChange } from './change';
import { itemsOf, type ChangeKind } from './change-kind';
import { closeClient } from './close-client';
import { createWallet } from './create-wallet';
import { Id } from './fields';
import { listAsset } from './list-asset';
import { openClient } from './open-client';
import { proposeChange } from './propose-change';
import { setMandate } from './set-mandate';

/** The answer to every proposal: what an approver other than its maker may now approve. */
const PROPOSED = { roles: ['operator', 'approver'], reply: Change, status: 202 } as const;

/** The handler that proposes a change of one kind. */
function proposalOf<I extends object>(kind: ChangeKind<I>, summary: string) {
  const contract = { summary, ...PROPOSED, body: z.strictObject({ items: itemsOf(kind) }) } satisfies RouteContract;

  @Injectable()
  class Propose {
    static readonly contract = contract;

    async handle({ caller, body }: RouteInput<typeof contract>, tx: EntityManager) {
      return accepted(await proposeChange(kind, body.items, caller.subject, tx));
    }
  }
  return Propose;
}

export class ProposeAssets extends proposalOf(listAsset, 'Propose to list assets of a chain') {}
export class ProposeClients extends proposalOf(openClient, 'Propose to open clients') {}
export class ProposeWallets extends proposalOf(createWallet, 'Propose to create wallets') {}
export class ProposeAddresses extends proposalOf(allocateAddress, 'Propose to allocate addresses to wallets') {}
export class ProposeMandates extends proposalOf(setMandate, 'Propose mandates, or their next versions') {}

/** The one proposal that is about a thing of the path. */
@Injectable()
export class ProposeClosing {
  static readonly contract = {
    summary: 'Propose to close a client',
    ...PROPOSED,
    params: z.object({ clientId: Id }),
  } satisfies RouteContract;

  async handle({ caller, params }: RouteInput<typeof ProposeClosing.contract>, tx: EntityManager) {
    return accepted(await proposeChange(closeClient, [params], caller.subject, tx));
  }
}

function accepted(outcome: Awaited<ReturnType<typeof proposeChange>>) {
  return outcome instanceof Problem ? outcome : { reply: toChange(outcome), events: [] };
}
