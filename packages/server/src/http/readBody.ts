import { RequestProblem } from './problem.ts';

type Json = Readonly<Record<string, unknown>>;

/** A form of a foreign page could send any other type unasked. @throws RequestProblem 415 */
export function expectJson(request: Request): void {
  if (/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return;
  const detail = 'Send a JSON body: content-type application/json.';
  throw new RequestProblem(415, 'json-expected', detail);
}

/** A JSON object of bounded size; nothing at all is an empty one. @throws RequestProblem 400, 413 or 415 */
export async function readObject(request: Request, maxBytes: number): Promise<Json> {
  expectJson(request);
  const text = new TextDecoder().decode(await readBytes(request, maxBytes));
  const value = parse(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new RequestProblem(400, 'json-invalid', 'The body must be a JSON object.');
}

function parse(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new RequestProblem(400, 'json-invalid', 'The body is no JSON.');
  }
}

/** A body of bounded size. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    parts.push(part);
    length += part.byteLength;
    if (length > maxBytes) {
      throw new RequestProblem(413, 'body-too-large', `At most ${maxBytes} bytes are taken here.`, {
        maxBytes,
      });
    }
  }
  return Buffer.concat(parts);
}

/** A text member. @throws RequestProblem 400 */
export function textMember(body: Json, name: string, maxLength = 1_000): string {
  const value = body[name];
  if (typeof value === 'string' && value.length <= maxLength) return value;
  throw new RequestProblem(
    400,
    'member-invalid',
    `"${name}" must be a text of at most ${maxLength} characters.`,
    {
      member: name,
    },
  );
}

/** A whole number from 0 on; absent, the other value. @throws RequestProblem 400 */
export function countParameter(
  text: string | undefined,
  { name, absent, most }: { readonly name: string; readonly absent: number; readonly most: number },
): number {
  if (text === undefined) return absent;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw new RequestProblem(
    400,
    'parameter-invalid',
    `"${name}" must be a whole number of at most ${most}.`,
    {
      parameter: name,
    },
  );
}
