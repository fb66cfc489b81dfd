import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { notFound } from './admit.ts';

const MEDIA_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
} as const;
type FileFormat = keyof typeof MEDIA_TYPES;

/** The format that a request names, one of these. @throws RequestProblem 404 */
export function formatOf<Format extends FileFormat>(
  c: Context,
  formats: readonly Format[],
): Format {
  const asked = c.req.param('format');
  const format = formats.find((known) => known === asked);
  if (format !== undefined) return format;
  throw notFound(`Files here are ${formats.join(', ')}, not "${(asked ?? '').slice(0, 20)}".`);
}

/** A spreadsheet that was made on demand. */
export function download(
  c: Context,
  content: Uint8Array<ArrayBuffer> | ReadableStream,
  { name, format }: { readonly name: string; readonly format: FileFormat },
): Response {
  return c.body(content, 200, {
    'content-type': MEDIA_TYPES[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
  });
}

/** Bytes as a body, as they come. The first are waited for: what fails before them is told by the status of the answer. */
export async function bodyOf(bytes: AsyncIterable<Uint8Array>): Promise<ReadableStream> {
  const rest = bytes[Symbol.asyncIterator]();
  const first = await rest.next();
  async function* whole(): AsyncIterable<Uint8Array> {
    try {
      for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  }
  return Readable.toWeb(Readable.from(whole())) as ReadableStream;
}
