import { Injectable } from '@nestjs/common';
import { Problem, type EntityManager, type RouteContract, type RouteInput } from '@tributary/platform-service';
import { z } from 'zod';
import { BeginAttempt } from './begin-attempt';
import { unknownFlow, wrongState } from './problems';
import { attemptsOf } from './store/attempts';
import { Flows } from './store/flows';
import { summariesOf, sweepSummary } from './sweep-reply';

/** An operator offers more for a transaction that is not taken into a block. */
@Injectable()
export class ReplaceSweep {
  static readonly contract = {
    summary:
      'Replace a transaction that is out by one at the same nonce that offers more, within the approved maximum fee',
    roles: ['operator'],
    params: z.object({ flowId: z.string() }),
    body: z.object({
      maxFeePerGas: z
        .string()
        .regex(/^[1-9]\d{0,77}$/, 'must be wei per gas as a decimal integer, e.g. "30000000000"')
        .describe('Wei per gas.'),
    }),
    reply: sweepSummary,
    status: 202,
  } satisfies RouteContract;

  constructor(
    private readonly flows: Flows,
    private readonly begin: BeginAttempt,
  ) {}

  async handle({ params: { flowId }, body }: RouteInput<typeof ReplaceSweep.contract>, tx: EntityManager) {
    const flow = await this.flows.lock(tx, flowId);
    if (!flow) return unknownFlow(flowId);
    const before = (await attemptsOf(tx, flowId)).at(-1);
    if (flow.state !== 'BROADCAST' || !before)
      return wrongState(flow, 'be replaced: only what is out and in no block can be');
    if (before.txid === null) {
      return new Problem(
        409,
        'replacement-under-way',
        `Attempt ${before.attempt} of it is with the signer: wait for that`,
      );
    }
    const begun = await this.begin.replacement(tx, flow, before, BigInt(body.maxFeePerGas));
    if ('code' in begun) return new Problem(422, begun.code, begun.message);
    const [reply] = await summariesOf(tx, [flow]);
    return { reply: reply!, events: [] };
  }
}
