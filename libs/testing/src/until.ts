/**
 * Waits until a check answers something true, and returns that. A throw of the check counts as not yet.
 *
 * @throws {Error} naming what was waited for, and the check's last throw
 */
export async function until<T>(
  what: string,
  check: () => Promise<T> | T,
  { withinMs = 20_000, everyMs = 50 }: { withinMs?: number; everyMs?: number } = {},
): Promise<Exclude<NonNullable<T>, false>> {
  const deadline = Date.now() + withinMs;
  let cause: unknown;
  do {
    try {
      const answer = await check();
      if (answer) return answer as Exclude<NonNullable<T>, false>;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  } while (Date.now() < deadline);
  throw new Error(`Waited ${withinMs} ms in vain until ${what}`, { cause });
}
