import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, type Api } from '@tributary/demo';

interface Waiting {
  readonly items: readonly { readonly flowId: string; readonly digest: string }[];
}

interface Chains {
  readonly items: readonly { readonly chain: string; readonly halted: object | null }[];
}

const PENDING = '/sweeps?state=PENDING_APPROVAL&limit=50';
const EVERY_MS = 1_000;

/** The people of the campaign: an approver who grants what waits, an operator who moves by hand and resumes chains. */
export class Operators {
  /** Flows that a person approved. */
  approvals = 0;
  /** Movements by hand that were planned. */
  handMoves = 0;
  private readonly away = new AbortController();
  private readonly atWork: Promise<void>;

  constructor(
    private readonly api: Api,
    private readonly log: (line: string) => void,
  ) {
    this.atWork = this.approve();
  }

  /** Asks for a movement between the hubs until there is an answer; what cannot be moved just now is let be. */
  async move(kind: 'skim' | 'refill', assetId: string, from: string, to: string, amount: bigint): Promise<void> {
    const body = { kind, assetId, fromWalletId: from, toWalletId: to, amount: String(amount) };
    for (let tries = 0; tries < 60; tries += 1, await sleep(EVERY_MS)) {
      try {
        await this.api.as('operator').post('/sweeps', body);
        this.handMoves += 1;
        return;
      } catch (error) {
        if (!(error instanceof ApiError) || error.status >= 500) continue; // something was just killed
        this.log(`${kind} of ${amount} from ${from} was not planned: ${error.message.slice(0, 200)}`);
        return;
      }
    }
  }

  /** Waits until the chain is halted, then lets it go on. */
  async resume(chain: string, reason: string): Promise<void> {
    const operator = this.api.as('operator');
    for (let waits = 0; ; waits += 1, await sleep(EVERY_MS)) {
      if (waits > 180) throw new Error(`${chain} was not halted within 180 s by a reorg past finality`);
      const { items } = await operator.get<Chains>('/chains').catch((): Chains => ({ items: [] }));
      if (!items.some((at) => at.chain === chain && at.halted !== null)) continue;
      this.log(`${chain} is halted; the operator resumes it`);
      await operator.post(`/chains/${encodeURIComponent(chain)}/resume`, { reason });
      return;
    }
  }

  async leave(): Promise<void> {
    this.away.abort();
    await this.atWork;
  }

  private async approve(): Promise<void> {
    const approver = this.api.as('approver');
    while (!this.away.signal.aborted) {
      try {
        for (const { flowId, digest } of (await approver.get<Waiting>(PENDING)).items) {
          await approver.post(`/sweeps/${encodeURIComponent(flowId)}/approve`, { digest });
          this.approvals += 1;
        }
      } catch {
        // A service that was just killed is asked again; a flow that ended meanwhile is no longer among them.
      }
      await sleep(EVERY_MS, undefined, { signal: this.away.signal }).catch(() => undefined);
    }
  }
}
