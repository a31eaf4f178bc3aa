/** Longest text that may stand in an index, in bytes of UTF-8; PostgreSQL refuses at a third of a page. */
const INDEXABLE_BYTES = 1024;

/** Whether PostgreSQL can store and index the text as a name: it is there, is not too long and holds no NUL. */
export function isStorable(text: string | null | undefined): text is string {
  return !!text && !text.includes('\u0000') && Buffer.byteLength(text) <= INDEXABLE_BYTES;
}
