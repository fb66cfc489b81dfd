import { ImportError } from '../issue/ImportError.ts';
import type { ErrorInfo } from './ImporterState.ts';

/** An error as data. What is no `ImportError` is unexpected and keeps its message. */
export function errorInfo(error: unknown): ErrorInfo {
  if (error instanceof ImportError) {
    return { code: error.code, message: error.message, params: error.params };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', message, params: {} };
}
