import { RequestError } from './RequestError.ts';

/**
 * The JSON of a request's body, at most `maxBytes` of it.
 * @throws RequestError 400, 413 or 415.
 */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  // Other types can be posted from foreign pages without asking first.
  if (type !== 'application/json')
    throw new RequestError(415, 'Send JSON with content-type application/json.');
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const text = await readText(request, maxBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestError(400, 'The body is not valid JSON.');
  }
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  const reader = request.body?.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const chunk = await reader?.read();
    if (chunk === undefined || chunk.done) return text + decoder.decode();
    bytes += chunk.value.byteLength;
    if (bytes > maxBytes) {
      await reader?.cancel();
      throw tooLarge(maxBytes);
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
}

function tooLarge(maxBytes: number): RequestError {
  return new RequestError(
    413,
    `The body is larger than the ${maxBytes} bytes taken here. Send smaller batches.`,
  );
}
