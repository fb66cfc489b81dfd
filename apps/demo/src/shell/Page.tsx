import type { ReactNode } from 'react';
import { useTitle } from './useTitle.ts';

export interface PageProps {
  readonly heading: string;
  readonly intro?: string | undefined;
  /** Beside the heading. */
  readonly aside?: ReactNode;
  readonly width?: 'narrow' | 'wide';
  /** Kept alive while another page is shown, which then names the window. */
  readonly hidden?: boolean;
  readonly children: ReactNode;
}

/** A page beside the menu: its heading, and what is under it. */
export function Page({ heading, intro, aside, width, hidden = false, children }: PageProps) {
  useTitle(hidden ? null : heading);
  return (
    <div className={width === undefined ? 'page' : `page ${width}`}>
      <header className="page-head">
        <div>
          <h1>{heading}</h1>
          {intro !== undefined && <p className="soft">{intro}</p>}
        </div>
        {aside}
      </header>
      {children}
    </div>
  );
}
