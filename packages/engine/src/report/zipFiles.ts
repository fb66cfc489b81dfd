import { Zip, ZipDeflate } from 'fflate';

export interface ZipFile {
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A zip of the files, packed while it is read; only a little of it is in memory at a time. */
export async function* zipFiles(
  files: AsyncIterable<ZipFile> | Iterable<ZipFile>,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    if (chunk.length > 0) ready.push(chunk);
  });
  for await (const { name, chunks } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    // A fixed date: the same rows give the same bytes.
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    for await (const chunk of chunks) {
      file.push(chunk);
      yield* ready.splice(0);
    }
    file.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}
