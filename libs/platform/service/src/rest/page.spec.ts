import { z } from 'zod';
import { pageOf, pageQuery } from './page';

const query = z.object(pageQuery(z.tuple([z.number(), z.string()])));
const ROWS = [1, 2, 3, 4, 5].map((height) => ({ height, id: `t${height}` }));

/** Reads a page as a service would: the rows after the cursor, one more than the limit. */
function read(asked: unknown) {
  const { limit, cursor } = query.parse(asked);
  const after = ROWS.filter(({ height }) => !cursor || height > cursor[0]).slice(0, limit + 1);
  return pageOf(after, limit, { keyOf: ({ height, id }) => [height, id], toItem: ({ id }) => id });
}

describe('pages', () => {
  it('read one after the other give every item once', () => {
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = read({ limit: '2', ...(cursor ? { cursor } : {}) });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['t1', 't2', 't3', 't4', 't5']);
  });

  it('the last one has no next, also when it is full', () => {
    expect(read({ limit: 5 }).nextCursor).toBeNull();
  });

  it.each(['nonsense', '', Buffer.from('["x",1]').toString('base64url')])('%p is refused as cursor', (cursor) => {
    expect(query.safeParse({ cursor }).error?.issues[0]).toMatchObject({ path: ['cursor'] });
  });

  it.each(['0', '1001', 'x', '1.5'])('a limit of %s is refused', (limit) => {
    expect(query.safeParse({ limit }).error?.issues[0]).toMatchObject({ path: ['limit'] });
  });
});
