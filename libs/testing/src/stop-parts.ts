import { once } from 'node:events';

/** Ends what `start-parts` has started. */
export default async function stopParts(): Promise<void> {
  const parts = globalThis.partsOfThisRun;
  if (!parts || parts.exitCode !== null) return;
  const exited = once(parts, 'exit');
  parts.stdin?.end();
  await exited;
}
