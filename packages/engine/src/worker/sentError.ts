import { ImportError } from '../issue/ImportError.ts';
import type { SentError } from './protocol.ts';

/** Makes an error ready to cross between threads. */
export function sendError(error: unknown): SentError {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (error instanceof ImportError) {
    return {
      name,
      message,
      code: error.code,
      params: error.params,
      transient: error.transient,
      fatal: error.fatal,
    };
  }
  const transient = (error as { readonly transient?: unknown } | null)?.transient === true;
  const fatal = (error as { readonly fatal?: unknown } | null)?.fatal === true;
  return { name, message, code: null, params: {}, transient, fatal };
}

/** The error again on the other side: `ImportError`, `AbortError` or a plain one with its name. */
export function receiveError({ name, message, code, params, transient, fatal }: SentError): Error {
  if (code !== null) return new ImportError(code, message, { params, transient, fatal });
  if (name === 'AbortError') return new DOMException(message, name);
  const error = Object.assign(new Error(message), { transient, fatal });
  error.name = name;
  return error;
}
