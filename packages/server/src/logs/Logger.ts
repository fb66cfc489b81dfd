/**
 * Where the server and its workers say what they do: pino fits, and so does anything of this shape. What is said holds no data
 * of imports: no file contents, cells, names of files or people, addresses, recipes.
 */
export interface Logger {
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}

export const SILENT: Logger = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
