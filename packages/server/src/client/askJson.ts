import { askServer, type ServerAccess, type ServerCall } from './serverRequest.ts';

/** Asks the server for data. @throws ImportError in the server's words. */
export async function askJson<Result>(
  access: ServerAccess,
  path: string,
  call?: ServerCall,
): Promise<Result> {
  const answer = await askServer(access, path, call);
  return (await answer.json()) as Result;
}

/** Asks the server for a file. @throws ImportError in the server's words. */
export async function askBlob(access: ServerAccess, path: string): Promise<Blob> {
  return await (await askServer(access, path, { method: 'GET' })).blob();
}
