const WHOLE_UP_TO = 16;

/** `0x52ba` and `8d18` of a long value; a short one whole. */
export function shortened(value: string): [head: string, tail: string] {
  if (value.length <= WHOLE_UP_TO) return [value, ''];
  return [value.slice(0, value.startsWith('0x') ? 6 : 5), value.slice(-4)];
}

/** For text that may hold long hashes, as accounts and flows do: each is shortened in its place. */
export function shortenedWithin(text: string): string {
  return text.replace(
    /0x[0-9a-fA-F]{12,}|\b[0-9a-fA-F]{24,}\b|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
    (hash) => shortened(hash).join('…'),
  );
}
