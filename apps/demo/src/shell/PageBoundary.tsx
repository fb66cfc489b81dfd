import { Component, useState, type ReactNode } from 'react';
import { ApiError } from '../api.ts';
import { en } from '../texts/en.ts';
import { useTexts } from '../texts/useTexts.ts';
import { ErrorNote } from './ErrorNote.tsx';

interface Failed {
  readonly error: Error | null;
}

/**
 * Shows what happened where a page can not be shown, most often because its part of the program could not be fetched. Only a
 * class can catch what is thrown while rendering.
 */
export class PageBoundary extends Component<{ readonly children: ReactNode }, Failed> {
  override state: Failed = { error: null };

  static getDerivedStateFromError(error: unknown): Failed {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === null ? this.props.children : <BrokenPage error={error} />;
  }
}

/** Browsers remember what they could not fetch: only a page that is loaded anew tries again. */
function BrokenPage({ error }: { readonly error: Error }) {
  const texts = useTexts();
  const [shown, setShown] = useState(isNotFetched(error) ? new ApiError(0, en.serverGone) : error);
  async function tryAgain(): Promise<void> {
    // Loading it anew without a server would leave nothing but the browser's own page.
    const answers = await fetch(location.href, { method: 'HEAD' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) location.reload();
    else setShown(new ApiError(0, en.serverGone));
  }
  return (
    <div className="page">
      <h1>{texts.brokenPage}</h1>
      <ErrorNote error={shown} onRetry={() => void tryAgain()} />
    </div>
  );
}

/** Each browser says it in its own words: of a part of the program, or of a file it needs. */
function isNotFetched({ message }: Error): boolean {
  return /dynamically imported module|importing a module|preload/iu.test(message);
}
