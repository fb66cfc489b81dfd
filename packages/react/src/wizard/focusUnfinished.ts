/**
 * Takes the person back to what they typed in this step and could not be taken up, so that it is not lost by going on; false
 * where there is no such thing. A control marks its field by `data-unfinished`.
 */
export function focusUnfinished(from: Element): boolean {
  const field = from.closest('.importera')?.querySelector<HTMLElement>('[data-unfinished]');
  field?.focus();
  return field !== null && field !== undefined;
}
