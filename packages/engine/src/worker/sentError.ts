import { ImportError } from '../issue/ImportError.ts';
import type { SentError } from './protocol.ts';

/** Makes an error ready to cross between threads. */
export function sendError(error: unknown): SentError {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof ImportError) {
    return { name, message, code: error.code, params: error.params, transient: error.transient };
  }
  const transient = (error as { readonly transient?: unknown } | null)?.transient === true;
  return { name, message, code: null, params: {}, transient };
}

/** The error again on the other side: `ImportError`, `AbortError` or a plain one with its name. */
export function receiveError({ name, message, code, params, transient }: SentError): Error {
  if (code !== null) return new ImportError(code, message, { params, transient });
  if (name === 'AbortError') return new DOMException(message, name);
  const error = Object.assign(new Error(message), { transient });
  error.name = name;
  return error;
}
