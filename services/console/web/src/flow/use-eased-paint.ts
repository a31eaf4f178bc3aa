import { useLayoutEffect, useRef } from 'react';
import type { Geometry } from './sankey-layout';

const EASE_MS = 600;
const FRAME_MS = 33;

/**
 * Paints a geometry without React: at once when the topology is new, else eased from what is on the screen,
 * 30 frames a second. Straight to the end for those who asked for less motion, and under a dialog.
 */
export function useEasedPaint(key: string, target: Geometry, paint: (geometry: Geometry) => void): void {
  const shown = useRef<{ key: string; geometry: Geometry } | undefined>(undefined);
  useLayoutEffect(() => {
    const from = shown.current?.key === key ? shown.current.geometry.slice() : undefined;
    const show = (geometry: Geometry) => {
      shown.current = { key, geometry };
      paint(geometry);
    };
    if (!from || isStill()) {
      show(target);
      return;
    }
    const start = performance.now();
    let last = 0;
    let frame = requestAnimationFrame(function step(now) {
      const done = Math.min(1, (now - start) / EASE_MS);
      if (now - last >= FRAME_MS || done === 1) {
        last = now;
        const share = 1 - (1 - done) ** 3;
        show(target.map((value, index) => from[index]! + (value - from[index]!) * share));
      }
      if (done < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [key, target, paint]);
}

const isStill = () =>
  matchMedia('(prefers-reduced-motion: reduce)').matches || document.querySelector('dialog[open]') !== null;
