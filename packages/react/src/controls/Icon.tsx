import type { ReactElement } from 'react';

const paths = {
  check: 'M3.5 8.5l3 3 6-7',
  cross: 'M4.5 4.5l7 7m0-7l-7 7',
  chevronDown: 'M4.5 6.5L8 10l3.5-3.5',
  chevronEnd: 'M6.5 4.5L10 8l-3.5 3.5',
  chevronStart: 'M9.5 4.5L6 8l3.5 3.5',
  arrowEnd: 'M3 8h9.5M9 4.5L12.5 8 9 11.5',
  minus: 'M4 8h8',
  plus: 'M8 3.5v9M3.5 8h9',
  warning: 'M8 5.5v3.2m0 2.1v.1M8 2.2l6.2 11.1H1.8z',
  info: 'M8 7.3v3.9M8 4.9V5M14 8A6 6 0 112 8a6 6 0 0112 0z',
  equals: 'M4 6.4h8M4 9.6h8',
  pencil: 'M3 13l.6-2.7 7-7a1.2 1.2 0 011.7 0l.4.4a1.2 1.2 0 010 1.7l-7 7z',
  question: 'M5.8 6.2a2.2 2.2 0 114 1.3c-.7.6-1.8 1-1.8 2.1m0 2.2v.1',
  download: 'M8 2.8v7m-3-2.6l3 3 3-3M3 13h10',
  upload: 'M8 10.2v-7m-3 2.6l3-3 3 3M3 13h10',
  key: 'M7.4 8.6l5.4-5.4m-1.9 1.9l1.6 1.6M8.3 10.3a2.6 2.6 0 11-5.2 0 2.6 2.6 0 015.2 0z',
  undo: 'M5.5 3L2.7 5.8l2.8 2.8M3 5.8h6.2a3.6 3.6 0 010 7.2H6',
  redo: 'M10.5 3l2.8 2.8-2.8 2.8M13 5.8H6.8a3.6 3.6 0 000 7.2H10',
  pause: 'M5.8 3.8v8.4m4.4-8.4v8.4',
  play: 'M5 3.6l7 4.4-7 4.4z',
  search: 'M10.4 10.4l3 3M11.6 7.1a4.5 4.5 0 11-9 0 4.5 4.5 0 019 0z',
  sheet: 'M3.2 2.8h9.6v10.4H3.2zM3.2 6.2h9.6M3.2 9.7h9.6M6.6 6.2v7',
  sparkle: 'M8 2.5l1.3 4.2L13.5 8l-4.2 1.3L8 13.5 6.7 9.3 2.5 8l4.2-1.3z',
  bell: 'M8 2.5a3.7 3.7 0 013.7 3.7c0 3.3 1.4 4.5 1.4 4.5H2.9s1.4-1.2 1.4-4.5A3.7 3.7 0 018 2.5zM6.7 13a1.5 1.5 0 002.6 0',
  more: 'M3.4 8h.01M8 8h.01M12.6 8h.01',
  clock: 'M14 8A6 6 0 112 8a6 6 0 0112 0zM8 4.8V8l2.2 1.6',
  trash: 'M3 4.5h10M6.3 4.3V3h3.4v1.3M4.4 4.6l.6 8.4h6l.6-8.4',
} as const;

/** Names of the icons there are. */
export type IconName = keyof typeof paths;

/** A 16-pixel line drawing; the words beside it say what it means. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg
      className="importera-icon"
      data-icon={name}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
