import {
  createSession,
  type ImportSession,
  type ReadOptions,
  type TableInfo,
} from '@importera/engine';
import { spoolFile } from '../files/spoolFile.ts';
import { RequestProblem } from '../http/problem.ts';
import { targetsFor } from '../http/targetsFor.ts';
import type { StoredImport } from '../store/ServerImport.ts';
import type { OpenOptions } from './openImports.ts';
import { reviewFile, type FileReview } from './reviewFile.ts';

/** An import's file, opened for looking at it. Nothing here writes a record. */
export interface OpenImport extends FileReview {
  /** What reads tables, suggests and compares; its plan and commit are not used. */
  readonly session: ImportSession;
  /** What was found in the first rows. */
  readonly info: TableInfo;
  close(): Promise<void>;
}

export async function openImport(
  found: StoredImport,
  read: ReadOptions,
  options: OpenOptions,
): Promise<OpenImport> {
  const { key, fileId, shown } = found;
  if (fileId === null) {
    const detail = 'The file of this import is not there yet. Upload it first: POST …/uploads.';
    throw new RequestProblem(409, 'file-missing', detail);
  }
  const { schema, adapter } = await targetsFor(options, found);
  const { user } = found.shown;
  const file = await spoolFile(options.files, { tenant: key.tenant, id: fileId });
  const session = createSession({ schema, adapter, ...(user !== null && { user }) });
  try {
    const info = await session.open(file.blob, shown.fileName, read);
    return {
      ...reviewFile(
        { key, blob: file.blob, name: shown.fileName, read, schema, user, adapter },
        options,
      ),
      session,
      info,
      async close() {
        session.dispose();
        await file.remove();
      },
    };
  } catch (error) {
    await file.remove();
    throw error;
  }
}
