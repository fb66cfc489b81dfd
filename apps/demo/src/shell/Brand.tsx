import type { ScenarioPage } from '../../scenarios/ScenarioPage.ts';

/** A product's mark and name. */
export function Brand({
  page,
}: {
  readonly page: Pick<ScenarioPage, 'colours' | 'mark' | 'name'>;
}) {
  const [strong, soft] = page.name;
  return (
    <p className="brand">
      <Mark page={page} />
      <span>
        {strong} <span className="brand-soft">{soft}</span>
      </span>
    </p>
  );
}

export function Mark({
  page,
  size = 28,
}: {
  readonly page: Pick<ScenarioPage, 'colours' | 'mark'>;
  readonly size?: number;
}) {
  const [ground, line] = page.colours.mark;
  return (
    <svg className="mark" viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="8" fill={ground} />
      <path
        d={page.mark}
        fill="none"
        stroke={line}
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
