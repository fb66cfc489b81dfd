/** However long a server asks for, a call must come to an end before it is given up. */
const LONGEST_MS = 30_000;

/** Milliseconds a response asks to wait, by seconds or by a date; 0 where it asks for nothing. */
export function retryAfter(response: Response): number {
  const asked = response.headers.get('retry-after')?.trim() ?? '';
  const milliseconds = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now();
  return Number.isFinite(milliseconds) ? Math.min(Math.max(milliseconds, 0), LONGEST_MS) : 0;
}
