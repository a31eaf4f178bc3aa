/** One bend of a ribbon: along the flow from `from` to `to`, its upper edge at either end. */
export interface Bend {
  from: number;
  to: number;
  top: number;
  toTop: number;
}

const THINNEST = 1;

/** The outline of a ribbon through its bends, as an SVG path; at least a pixel thick, around the same middle. */
export function ribbonOutline(bends: readonly Bend[], thickness: number, downwards: boolean): string {
  const point = (along: number, across: number) =>
    downwards ? `${round(across)},${round(along)}` : `${round(along)},${round(across)}`;
  const drawn = Math.max(thickness, THINNEST);
  const lift = (thickness - drawn) / 2;
  const there: string[] = [];
  const back: string[] = [];
  for (const { from, to, top, toTop } of bends) {
    const middle = (from + to) / 2;
    const [start, end] = [top + lift, toTop + lift];
    there.push(`${point(from, start)}C${point(middle, start)} ${point(middle, end)} ${point(to, end)}`);
    back.unshift(
      `${point(to, end + drawn)}C${point(middle, end + drawn)} ${point(middle, start + drawn)} ${point(from, start + drawn)}`,
    );
  }
  return `M${there.join('L')}L${back.join('L')}Z`;
}

export const round = (value: number) => Math.round(value * 100) / 100;
