import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Marks the list of steps `data-tight` when its labels do not fit side by side: how much room they need depends on the steps,
 * their language and what stands beside them, so it is measured.
 * @param labels what is written there: measured anew when it changes.
 */
export function useTightSteps(labels: string): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const list = ref.current;
    const frame = list?.parentElement;
    if (!list || !frame) return;
    const measure = (): void => {
      list.removeAttribute('data-tight');
      list.toggleAttribute('data-tight', isCut(list));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(frame);
    return () => observer.disconnect();
  }, [labels]);
  return ref;
}

function isCut(list: HTMLElement): boolean {
  return [...list.querySelectorAll('.importera-steps-label')].some(
    ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
  );
}
