/** The pattern of a text field as a regular expression that fits the whole text; null where it is none. */
export function wholeMatch(pattern: string): RegExp | null {
  // Unicode mode first, so that `.` and `\p{L}` know letters beyond the basic plane; it refuses some old spellings.
  for (const flags of ['u', '']) {
    try {
      return new RegExp(`^(?:${pattern})$`, flags);
    } catch {
      // Tried without Unicode mode next.
    }
  }
  return null;
}
