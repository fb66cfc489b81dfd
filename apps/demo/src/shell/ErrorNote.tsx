import { useTexts } from '../texts/useTexts.ts';
import { ApiError } from '../api.ts';

/** Something failed: what, and a way to try again. */
export function ErrorNote({
  error,
  onRetry,
}: {
  readonly error: Error;
  readonly onRetry?: () => void;
}) {
  const texts = useTexts();
  const isOffline = error instanceof ApiError && error.status === 0;
  return (
    <div className="note" data-tone="danger" role="alert">
      <p>{isOffline ? texts.serverGone : error.message || texts.failed}</p>
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          {texts.retry}
        </button>
      )}
    </div>
  );
}
