import { Injectable } from '@nestjs/common';
import { nativeAssetId } from '@tributary/domain-custody';
import { movable, permit } from '@tributary/domain-sweep';
import { Problem, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { z } from 'zod';
import { PlannerConfig } from './config';
import { PlanFlow } from './plan-flow';
import { destinationOf } from './store/address-book';
import { haltOf } from './store/flow-queries';
import { lockMandatesOf } from './store/mandates';
import { walletById } from './store/wallets';
import { ownUnits } from './store/source-row';
import { lockSourcesOfWallet, reservedOf } from './store/sources';
import { summariesOf, sweepSummary } from './sweep-reply';

/** An operator moves value between hot, warm and cold. */
@Injectable()
export class PlanByHand {
  static readonly contract = {
    summary: 'Plan a refill (into hot) or a skim (out of hot) under its mandate',
    roles: ['operator'],
    body: z.object({
      kind: z.enum(['refill', 'skim']),
      assetId: z.string().min(1).describe('CAIP-19.'),
      fromWalletId: z.string().min(1),
      toWalletId: z.string().min(1),
      amount: z
        .string()
        .regex(/^[1-9]\d{0,77}$/, 'must be base units over 0 as a decimal integer, e.g. "1000000000000000000"')
        .describe('Base units.'),
    }),
    reply: sweepSummary,
    status: 202,
  } satisfies RouteContract;

  constructor(
    private readonly config: PlannerConfig,
    private readonly plans: PlanFlow,
  ) {}

  async handle({ body, caller }: RouteInput<typeof PlanByHand.contract>, tx: EntityManager) {
    const { kind, assetId, fromWalletId, toWalletId } = body;
    const amount = BigInt(body.amount);
    const { CHAIN_ID: chain, DESTINATION_COOL_DOWN_SECONDS: coolDown } = this.config;
    const halt = await haltOf(tx, chain);
    if (halt !== null) return new Problem(409, 'chain-halted', `${chain} is halted: ${halt}`);
    const from = await walletById(tx, fromWalletId);
    if (!from) return unknownWallet('fromWalletId', fromWalletId);
    if (!(await walletById(tx, toWalletId))) return unknownWallet('toWalletId', toWalletId);
    const to = await destinationOf(tx, chain, toWalletId, coolDown);
    if ('message' in to) return new Problem(422, 'no-destination', to.message);

    const mandates = await lockMandatesOf(tx, chain, kind);
    const verdict = permit(mandates, { kind, assetId, amount, from, to: to.owner });
    if ('code' in verdict) return new Problem(422, verdict.code, verdict.message);
    const { mandate } = verdict;

    let most = 0n;
    for (const source of await lockSourcesOfWallet(tx, chain, fromWalletId, assetId)) {
      const free = ownUnits(source) - (await reservedOf(tx, source));
      const isNative = assetId === nativeAssetId(chain);
      const here = movable({ units: free, isNative, maxFee: mandate.maxFee, limit: mandate.limit });
      if (here > most) most = here;
      if (here < amount) continue;
      const plan = await this.plans.plan(tx, { kind, mandate, source, free, to, amount, maker: caller.subject });
      if (!plan) {
        return new Problem(
          409,
          'source-leased',
          `Another movement of ${assetId} out of ${fromWalletId} is not over yet: wait for it`,
        );
      }
      const [reply] = await summariesOf(tx, [plan.flow]);
      return { reply: reply!, events: [plan.event] };
    }
    return new Problem(
      422,
      'insufficient-funds',
      `${fromWalletId} has ${most} of ${assetId} that is final and free at one address, its maximum fee set aside: move that much at most`,
    );
  }
}

function unknownWallet(field: string, walletId: string): Problem {
  const reason = `No wallet ${walletId}: see the registry's wallets`;
  return new Problem(422, 'wallet-unknown', reason, [{ field: `body.${field}`, reason }]);
}
