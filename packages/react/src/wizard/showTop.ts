/**
 * Scrolls to the top of the wizard where it is out of sight, e.g. after a long step. At once: what was there is
 * gone, so there is no way to show. A host with a bar over its page gives `.importera` a `scroll-margin-top`.
 */
export function showTop(frame: HTMLElement): void {
  const { top } = frame.getBoundingClientRect();
  const margin = Number.parseFloat(getComputedStyle(frame).scrollMarginTop) || 0;
  const { start, end } = viewOf(frame);
  // Half a pixel is no more than how a browser rounds.
  if (top - margin >= start - 0.5 && top < end) return;
  frame.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** What of the window everything around the element leaves to it, in pixels from the window's top. */
function viewOf(frame: HTMLElement): { readonly start: number; readonly end: number } {
  let [start, end] = [0, window.innerHeight];
  for (let around = frame.parentElement; around !== null; around = around.parentElement) {
    const isPage = around === document.body || around === document.documentElement;
    if (isPage || getComputedStyle(around).overflowY === 'visible') continue;
    const box = around.getBoundingClientRect();
    start = Math.max(start, box.top);
    end = Math.min(end, box.bottom);
  }
  return { start, end };
}
