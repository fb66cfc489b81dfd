import type { Colours } from '../../scenarios/ScenarioPage.ts';

/** A scenario's colours as the sheet names them. */
export function coloursOf({
  accent,
  onAccent,
  accentSoft,
}: Colours): Readonly<Record<string, string>> {
  const both = ([light, dark]: readonly [string, string]): string =>
    `light-dark(${light}, ${dark})`;
  return {
    '--accent': both(accent),
    '--on-accent': both(onAccent),
    '--accent-soft': both(accentSoft),
  };
}
