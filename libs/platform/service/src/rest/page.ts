import { z } from 'zod';
import { fieldsWithNul } from './nul';

/**
 * The query fields of a list that is read page by page: `limit`, and `cursor` as the page before gave it.
 *
 * @param key  what the list is sorted by; the cursor carries it of the last item
 */
export function pageQuery<K extends z.ZodType>(key: K) {
  return {
    limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Items of a page, 1 to 1000.'),
    cursor: z
      .string()
      .transform((text, context): z.output<K> => {
        const read = key.safeParse(parsed(text));
        if (read.success && fieldsWithNul({ cursor: read.data }).length === 0) return read.data;
        context.addIssue({
          code: 'custom',
          message: 'is no cursor of this list: pass nextCursor of the page before, or none',
        });
        return z.NEVER;
      })
      .optional()
      .describe('nextCursor of the page before.'),
  };
}

/** The reply of such a list. */
export function pageReply<I extends z.ZodType>(item: I) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable().describe('Pass it as cursor for the next page; null on the last one.'),
  });
}

/**
 * Makes a page of rows.
 *
 * @param rows  up to `limit + 1` of them: one more than fits shows that there is a next page
 */
export function pageOf<R, I>(
  rows: readonly R[],
  limit: number,
  { keyOf, toItem }: { keyOf(row: R): unknown; toItem(row: R): I },
): { items: I[]; nextCursor: string | null } {
  const fitting = rows.slice(0, limit);
  const last = fitting.at(-1);
  const more = last !== undefined && rows.length > limit;
  return {
    items: fitting.map((row) => toItem(row)),
    nextCursor: more ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null,
  };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}
