import { useSyncExternalStore } from 'react';
import type { MouseEvent } from 'react';

/** Where in the CRM the person is: the path's parts and its query. */
export interface Place {
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

const CHANGED = 'nordlys:moved';

export function usePlace(): Place {
  const href = useSyncExternalStore(subscribe, () => location.pathname + location.search);
  const { pathname, searchParams } = new URL(href, location.origin);
  return { parts: pathname.split('/').filter(Boolean), query: searchParams };
}

export function goTo(href: string, options: { readonly replace?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  dispatchEvent(new Event(CHANGED));
  if (!options.replace) scrollTo(0, 0);
}

/** Props of a link inside the CRM: a plain click moves without loading the page anew. */
export function linkTo(href: string): {
  readonly href: string;
  readonly onClick: (event: MouseEvent) => void;
} {
  return {
    href,
    onClick(event) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      goTo(href);
    },
  };
}

function subscribe(listener: () => void): () => void {
  addEventListener('popstate', listener);
  addEventListener(CHANGED, listener);
  return () => {
    removeEventListener('popstate', listener);
    removeEventListener(CHANGED, listener);
  };
}
