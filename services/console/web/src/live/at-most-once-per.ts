/** Calls at once, then no sooner than `periodMs` after the last call; what comes between makes one call at its end. */
export function atMostOncePer(periodMs: number, call: () => void): () => void {
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const run = () => {
    timer = undefined;
    last = Date.now();
    call();
  };
  return () => {
    const wait = last + periodMs - Date.now();
    if (wait <= 0 && timer === undefined) run();
    else timer ??= setTimeout(run, wait);
  };
}
