/** How far a service is behind, in words; each `unknown` if it does not answer. */
export interface Pipeline {
  readonly lag: string;
  readonly deadLetters: string;
  readonly outbox: string;
}

/** What a service answers to GET /health/pipeline. */
interface PipelineAnswer {
  readonly consumers: readonly { readonly lagMessages: number; readonly lagSeconds: number }[];
  readonly deadLetters: { readonly count: number };
  readonly outbox: { readonly pending: number };
}

export async function readPipeline(readyUrl: string): Promise<Pipeline> {
  try {
    const answer = await fetch(new URL('/health/pipeline', readyUrl), { signal: AbortSignal.timeout(2_000) });
    const { consumers, deadLetters, outbox } = (await answer.json()) as PipelineAnswer;
    const messages = consumers.reduce((sum, consumer) => sum + consumer.lagMessages, 0);
    const seconds = Math.max(0, ...consumers.map((consumer) => consumer.lagSeconds));
    return {
      lag: consumers.length === 0 ? 'consumes nothing' : `${messages} messages, ${seconds.toFixed(1)} s`,
      deadLetters: String(deadLetters.count),
      outbox: String(outbox.pending),
    };
  } catch {
    return { lag: 'unknown', deadLetters: 'unknown', outbox: 'unknown' };
  }
}
