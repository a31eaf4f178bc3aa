import { z } from 'zod';
import { kindOf } from './change-kinds';
import { CHANGE_STATES, type ChangeRow } from './store/change-row';

/** How many of its keys a list shows of each change. */
const ABOUT = 5;

/** A change as a list shows it. */
export const ChangeSummary = z
  .object({
    changeId: z.int(),
    kind: z.string(),
    state: z.enum(CHANGE_STATES),
    digest: z.string().describe('Hex SHA-256 of {"items":…,"kind":…,"maker":…} in canonical JSON (RFC 8785).'),
    maker: z.string().describe('Who proposed it.'),
    checker: z.string().nullable().describe('Who decided it, never the maker.'),
    reason: z.string().nullable().describe('Why it was rejected.'),
    itemCount: z.int(),
    about: z.array(z.string()).describe(`What its first ${ABOUT} items are about, e.g. client/CL-1001.`),
    proposedAt: z.iso.datetime().describe('When it was proposed, or revised last.'),
    decidedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ChangeSummary' });

/** A change as the API shows it. */
export const Change = ChangeSummary.extend({
  items: z.array(z.record(z.string(), z.unknown())).describe('As the registry read them, with their defaults.'),
}).meta({ id: 'Change' });

export function toChangeSummary(row: ChangeRow): z.input<typeof ChangeSummary> {
  const { changeId, kind, state, digest, maker, checker, reason, items, proposedAt, decidedAt } = row;
  return {
    ...{ changeId, kind, state, digest, maker, checker, reason },
    itemCount: items.length,
    about: items.slice(0, ABOUT).map((item) => kindOf(kind).keyOf(item)),
    proposedAt: proposedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}

export function toChange(row: ChangeRow): z.input<typeof Change> {
  return { ...toChangeSummary(row), items: row.items as Record<string, unknown>[] };
}
