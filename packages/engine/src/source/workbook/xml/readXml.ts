import { xmlScanner, type XmlHandler } from './xmlScanner.ts';

/** Where XML comes from: a zip, or a single file. */
export interface XmlSource {
  stream(part: string): Iterable<Uint8Array>;
}

/** Reads a part of the archive in pieces; pauses are the caller's, after each piece. */
export function* readXmlSteps(
  source: XmlSource,
  part: string,
  handler: XmlHandler,
): Generator<void, void> {
  const scan = xmlScanner(handler);
  let decoder: TextDecoder | undefined;
  for (const chunk of source.stream(part)) {
    decoder ??= new TextDecoder(xmlEncoding(chunk));
    scan(decoder.decode(chunk, { stream: true }));
    yield;
  }
  if (decoder) scan(decoder.decode());
}

/** Reads a whole part at once. */
export function readXml(source: XmlSource, part: string, handler: XmlHandler): void {
  const steps = readXmlSteps(source, part, handler);
  while (!steps.next().done);
}

/** By byte order mark, else as declared, else UTF-8. */
function xmlEncoding(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(start.subarray(0, 200));
  const declared =
    /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  return isKnown(declared) && !declared.startsWith('utf-16') ? declared : 'utf-8';
}

function isKnown(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}
