import { useScreen } from '../appearance/ScreenScope.tsx';
import { formatsOf } from './formatsOf.ts';
import type { Formats } from './formatsOf.ts';

/** How the language of the screen writes numbers, times and lists. */
export function useFormats(): Formats {
  return formatsOf(useScreen().locale.code);
}
