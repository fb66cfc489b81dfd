import type { SqlQuery } from './SqlClient.ts';

/** The part of `pg.Connection` that copies. */
interface CopyConnection {
  query(sql: string): void;
  sendCopyFromChunk(chunk: unknown): void;
  endCopyFrom(): void;
}

/** What `pg` runs beside its own queries: it tells of each answer of the server. */
interface Submittable {
  submit(connection: CopyConnection): void;
  handleCopyInResponse(connection: CopyConnection): void;
  handleCommandComplete(message: { readonly text: string }): void;
  handleReadyForQuery(): void;
  handleError(error: unknown): void;
  /** `pg` puts its time limit here. */
  callback(): void;
}

/** Bytes of one message; larger ones gain nothing. */
const CHUNK_BYTES = 1 << 18;

/**
 * `COPY … FROM STDIN` of a text that is at hand, through a connection of `pg`. A package for it would do the same for streams,
 * and bring Node's own into the bundles of hosts who use PGlite in a page.
 */
export function copyThroughPg(connection: {
  query(sql: string): unknown;
}): NonNullable<SqlQuery['copy']> {
  const run = connection.query.bind(connection) as unknown as (copy: Submittable) => void;
  return (into, lines) =>
    new Promise((resolve, reject) => {
      let taken = -1;
      const copy: Submittable = {
        submit: (on) => on.query(`COPY ${into} FROM STDIN`),
        handleCopyInResponse(on) {
          for (const chunk of chunksOf(lines)) on.sendCopyFromChunk(chunk);
          on.endCopyFrom();
        },
        handleCommandComplete: ({ text }) => void (taken = Number(text.split(' ')[1] ?? -1)),
        handleReadyForQuery() {
          copy.callback();
          resolve(taken);
        },
        handleError(error) {
          copy.callback();
          reject(error);
        },
        callback: () => undefined,
      };
      run(copy);
    });
}

/** As `pg` sends them: in Node's own kind of bytes, which is there wherever `pg` is. */
function* chunksOf(lines: string): Iterable<unknown> {
  const { Buffer } = globalThis as unknown as {
    readonly Buffer: {
      from(text: string): {
        readonly length: number;
        subarray(start: number, end: number): unknown;
      };
    };
  };
  const bytes = Buffer.from(lines);
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}
