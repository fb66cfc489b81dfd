import { ImportError } from '@importera/engine';

/** Says what the browser would not keep, and what a person can do. */
export function storeError(error: unknown, what: string): ImportError {
  if (error instanceof ImportError) return error;
  const name = error instanceof Error ? error.name : '';
  return new ImportError('store-failed', `The browser could not ${what}. ${advice(name, error)}`, {
    cause: error,
    params: { reason: name === '' ? 'unknown' : name },
    // A connection that was closed under way may be opened anew.
    transient: name === 'InvalidStateError' || name === 'AbortError',
  });
}

function advice(name: string, error: unknown): string {
  switch (name) {
    case 'QuotaExceededError':
      return 'Its space for this site is full: remove old imports, or free space on the disk.';
    case 'SecurityError':
    case 'NotSupportedError':
      return 'Storage is switched off for this site, as in some private windows.';
    case 'DataCloneError':
      return 'It holds something that is no plain data.';
    case 'VersionError':
      return 'A newer version of this page has used the storage: reload the page.';
    default:
      return error instanceof Error ? `It said: ${error.message}` : 'It did not say why.';
  }
}
