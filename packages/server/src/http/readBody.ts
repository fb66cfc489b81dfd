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

/** A JSON object of these members alone: what is misspelt, or meant for another route, would be passed over in silence. */
export async function readMembers<const Name extends string>(
  request: Request,
  maxBytes: number,
  names: readonly Name[],
): Promise<Readonly<Partial<Record<Name, unknown>>>> {
  const body = await readObject(request, maxBytes);
  const other = Object.keys(body).find((name) => !names.includes(name as Name));
  if (other === undefined) return body as Readonly<Partial<Record<Name, unknown>>>;
  const known = names.length === 0 ? 'no members: send {}' : names.join(', ');
  throw wrongMember(other.slice(0, 80), `is not known here. The body has ${known}`);
}

/** A text member. @throws RequestProblem 400 */
export function textMember(body: Json, name: string, maxLength = 1_000): string {
  const value = body[name];
  if (typeof value === 'string' && value.length <= maxLength) return value;
  const missing = value === undefined ? 'is missing: it ' : '';
  throw wrongMember(name, `${missing}must be a text of at most ${maxLength} characters`);
}

/** A member of a body does not fit. */
export function wrongMember(member: string, problem: string): RequestProblem {
  return new RequestProblem(400, 'member-invalid', `"${member}" ${problem}.`, { member });
}

/** A whole number from 0 on; absent, the other value. @throws RequestProblem 400 */
export function countParameter(
  text: string | undefined,
  { name, absent, most }: { readonly name: string; readonly absent: number; readonly most: number },
): number {
  if (text === undefined) return absent;
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  throw wrongParameter(
    name,
    `must be a whole number from 0 to ${most}, not "${text.slice(0, 80)}"`,
  );
}

/** A parameter of a query does not fit. */
export function wrongParameter(parameter: string, problem: string): RequestProblem {
  const detail = `"${parameter}" ${problem}.`;
  return new RequestProblem(400, 'parameter-invalid', detail, { parameter });
}
