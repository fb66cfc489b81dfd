import { Server as TusServer } from '@tus/server';
import { DataStore, ERRORS, Upload } from '@tus/utils';
import { FileConflict, type FileKey, type FileStore } from '../files/FileStore.ts';
import { isPlainUpload, plainUpload } from './plainUpload.ts';
import { problemResponse, RequestProblem } from './problem.ts';

/** Who uploads to which import. */
export interface UploadScope {
  readonly tenant: string;
  readonly importId: string;
  /** Where the import's uploads are, without the file's id. */
  readonly path: string;
  /** What the file is called where its upload does not say. */
  readonly fileName: string;
}

interface UploadOptions {
  readonly files: FileStore;
  readonly maxBytes: number;
  /** Told of failures that are not the caller's. */
  readonly onError: (error: unknown) => void;
  /** The last byte is there. A file that it refuses with a RequestProblem is removed. */
  readonly onComplete: (scope: UploadScope, file: UploadedFile) => Promise<void>;
}

/** A file whose last byte is there. */
export interface UploadedFile {
  readonly fileId: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Answers one request of a resumable upload (tus 1.0): make, ask how far, go on, give up. A file may come whole, without tus.
 * @throws RequestProblem when a whole file is refused
 */
export async function answerUpload(
  request: Request,
  scope: UploadScope,
  { files, maxBytes, onComplete, onError }: UploadOptions,
): Promise<Response> {
  let refused: RequestProblem | null = null;
  const server = new TusServer({
    path: scope.path,
    datastore: uploadStore(files, scope),
    maxSize: maxBytes,
    namingFunction: () => crypto.randomUUID(),
    generateUrl: (_request, { id }) => `${scope.path}/${id}`,
    // tus takes what follows the last slash, a query too.
    getFileIdFromRequest: (_request, last) => last?.split('?')[0],
    // Which origins may upload is the host's to say.
    allowedOrigins: () => false,
    disableTerminationForFinishedUploads: true,
    // What tus answers by itself (a wrong offset, no such file) is the caller's fault and has a status of its own.
    onResponseError(_request, error) {
      const { status_code: status = 500 } = error as { readonly status_code?: number };
      if (error instanceof Error && status >= 500) onError(error);
      return undefined;
    },
    async onUploadFinish(_request, upload) {
      const file = { fileId: upload.id, name: nameOf(upload), size: upload.size ?? 0 };
      await onComplete(scope, file).catch(async (error: unknown) => {
        if (!(error instanceof RequestProblem)) throw error;
        // Nobody will ever want it: the import went on without it.
        await files.remove({ tenant: scope.tenant, id: upload.id });
        refused = error;
      });
      return {};
    },
  });
  const isPlain = isPlainUpload(request);
  const sent = isPlain ? plainUpload(request, scope.fileName) : request;
  const response = await server.handleWeb(sent);
  if (refused !== null) throw refused;
  if (response.status >= 400) return await asProblem(response, maxBytes);
  const received = response.headers.get('upload-offset') ?? sent.headers.get('upload-length');
  if (isPlain && received !== sent.headers.get('upload-length')) {
    const id = response.headers.get('location')?.split('/').at(-1) ?? '';
    await files.remove({ tenant: scope.tenant, id });
    const detail = `The file was to have ${sent.headers.get('upload-length')} bytes, and ${received} came. Send it again.`;
    return problemResponse({ status: 400, code: 'upload-incomplete', detail });
  }
  return response;
}

/** What to do about a failure, where tus says only what it is. */
function remedyFor(status: number, said: string, maxBytes: number): string {
  if (status === 412)
    return (
      'Send the file whole, as content-type application/octet-stream with its name in ?name=, or by tus, which goes on ' +
      'where it broke off (https://tus.io): with the header tus-resumable: 1.0.0.'
    );
  if (status === 413)
    return `At most ${maxBytes} bytes are taken here, and no more than were announced.`;
  if (status === 409 && said.includes('Offset'))
    return 'HEAD of the same address tells its upload-offset: go on from there.';
  if (status === 403)
    return 'PATCH has an upload-offset, and content-type application/offset+octet-stream.';
  if (status === 404) return 'POST …/uploads begins one.';
  return '';
}

/** tus answers failures as plain texts. */
async function asProblem(response: Response, maxBytes: number): Promise<Response> {
  const text = (await response.text()).trim().replace(/(?<![.!?])$/, '.');
  const said = response.status === 412 ? 'This is no upload by tus.' : text;
  const detail = `${said} ${remedyFor(response.status, said, maxBytes)}`.trim();
  const isOurs = response.status >= 500 && response.status !== 501;
  const problem = isOurs
    ? {
        status: 503,
        code: 'unavailable',
        detail: 'The upload could not go on just now. Ask how far it is and go on from there.',
      }
    : { status: response.status === 501 ? 400 : response.status, code: 'upload-refused', detail };
  return problemResponse(problem, response.headers);
}

/** The file store as tus asks for it. */
function uploadStore(files: FileStore, { tenant, importId }: UploadScope): DataStore {
  const store = new DataStore();
  const key = (id: string): FileKey => ({ tenant, id });
  store.extensions = ['creation', 'creation-with-upload', 'termination'];
  store.create = async (upload) => {
    await files.create(key(upload.id), { importId, name: nameOf(upload), size: upload.size ?? 0 });
    return upload;
  };
  store.getUpload = async (id) => {
    const file = await files.find(key(id));
    if (file === null || file.importId !== importId) throw ERRORS.FILE_NOT_FOUND;
    const { size, received: offset, name, createdAt } = file;
    return new Upload({ id, size, offset, metadata: { filename: name }, creation_date: createdAt });
  };
  store.write = async (stream, id, offset) => {
    try {
      return await files.append(key(id), offset, stream);
    } catch (error) {
      if (error instanceof FileConflict) throw ERRORS.INVALID_OFFSET;
      throw error;
    }
  };
  store.remove = async (id) => {
    await store.getUpload(id);
    await files.remove(key(id));
  };
  return store;
}

function nameOf({ metadata }: Upload): string {
  const name = metadata?.['filename']?.trim() ?? '';
  return name === '' ? 'file' : name.slice(0, 255);
}
