import { z } from 'zod';

/** One lot: units of what was asked for that took one and the same path. */
const lot = z.object({
  at: z.string().describe('It is units [at, at + amount) of what was asked for: the order of consumption.'),
  amount: z.string().describe('Base units.'),
  edges: z.array(z.string()).describe('Ids of the edges it passed through, from source to destination.'),
  end: z.string().describe('Back: the node that brought it in. Forward: where it lies, or the party it was paid to.'),
  effectiveAt: z.date().describe('Block time of the edge that brought it to (back: from) its end.'),
});

/** What every trace of one layer answers with. */
export const traceLayer = {
  layer: z.enum(['custody', 'entitlement']),
  direction: z.enum(['back', 'forward']),
  nodes: z.array(z.object({ id: z.string(), kind: z.string(), label: z.string(), walletId: z.string().nullable() })),
  edges: z
    .array(
      z.object({
        edgeId: z.string(),
        src: z.string(),
        dst: z.string(),
        amount: z.string().describe('The whole edge, base units.'),
        tracedAmount: z.string().describe('As much of it as belongs to the trace, the merged lots included.'),
        kind: z.string().describe('Kind of its entry, e.g. sweep-settled.'),
        tx: z.string().nullable(),
        flow: z.string(),
        entryId: z.string(),
        bookSeq: z.int(),
        effectiveAt: z.date(),
      }),
    )
    .describe('The edges of the lots that are shown, in book order.'),
  lots: z
    .array(lot)
    .describe('The largest ones, in order of consumption; they and the rest sum to what was asked for.'),
  rest: z
    .object({
      count: z.int().describe('"+N lots".'),
      atLeast: z.boolean().describe('True where some were not followed to their end: they may be more lots than that.'),
      amount: z.string().describe('Their sum, base units.'),
    })
    .nullable()
    .describe('All other lots as one; null where every lot is shown.'),
  remainder: z
    .array(
      z.object({
        node: z.string(),
        amount: z.string(),
        effectiveAt: z
          .date()
          .nullable()
          .describe('Block time of the newest edge that brought (back: carried) some of it; null where it began.'),
      }),
    )
    .describe('Where the trace ends, all lots counted. Back: who brought it in. Forward: where it still lies.'),
};

/** Which state of which graph an answer was read from. */
export const asOf = {
  asset: z.string(),
  epoch: z
    .int()
    .describe('Provenance epoch: each reorg past finality opens a new one, replayed without what vanished.'),
  asOfSeq: z.int().describe('Sequence of the book that this answer has seen.'),
};

/** How wide a trace is answered. */
export const traceBreadth = {
  lots: z.coerce.number().int().min(1).max(10_000).default(200).describe('Most lots to show; the rest is merged.'),
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(200_000)
    .default(10_000)
    .describe('Most steps to follow; what is beyond ends where it was left, among the rest.'),
};

export const traceReply = z.object({ rule: z.literal('FIFO'), ...asOf, ...traceLayer });

/** Both layers in one snapshot, and what ties them: the credit of each deposit. */
export const linkedTraceReply = z.object({
  rule: z.literal('FIFO'),
  ...asOf,
  custody: z.object(traceLayer),
  entitlement: z.object(traceLayer),
  links: z
    .array(
      z.object({
        transferId: z.string(),
        custodyEdgeId: z.string().describe('The edge that put the coins at our address.'),
        entitlementEdgeId: z.string().describe('The edge by which they were credited.'),
        clientId: z.string().nullable().describe("Whose claim; null for nobody's."),
        custodyAmount: z.string().describe('As much of the deposit as the custody layer shows, base units.'),
        creditAmount: z.string().describe('The whole credit.'),
      }),
    )
    .describe('In order of consumption.'),
});

/** Where a deposit lies now. */
export const whereReply = z.object({
  transferId: z.string(),
  ...asOf,
  amount: z.string().describe('The whole deposit, base units.'),
  places: z.array(
    z.object({
      node: z.string(),
      label: z.string(),
      kind: z.string(),
      walletId: z.string().nullable(),
      amount: z.string(),
      since: z.date().nullable().describe('Block time of the newest edge that brought some of it.'),
    }),
  ),
});
