import { ImportError } from '../issue/ImportError.ts';
import type { Issue } from '../issue/Issue.ts';
import { type ByteInput, toByteInput } from './ByteInput.ts';
import { openRows } from './rows/openRows.ts';
import { type Content, SNIFF_BYTES, sniffContent } from './sniffContent.ts';
import type { ReadOptions, Source, SourceInput } from './Source.ts';
import { openPastedText, openText } from './text/openText.ts';

/** How `openSource` reads, where not as found. */
export interface OpenOptions extends ReadOptions {
  /** File name, where the input has none. Only shown, and compared with what the content is. */
  readonly name?: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Opens a file, pasted text or rows. What the file is, its content says: the name may be wrong. The
 * reader of workbooks is loaded only for a workbook.
 * @throws ImportError `file-empty`, `file-unsupported` (a picture, a PDF, binary rubbish), `file-unreadable`,
 * `option-invalid`, and for workbooks `file-corrupt`, `file-encrypted`, `sheet-missing`.
 * @example
 * const source = await openSource(file);
 * for await (const block of source.blocks()) count += block.size;
 */
export async function openSource(input: SourceInput, options: OpenOptions = {}): Promise<Source> {
  options.signal?.throwIfAborted();
  const name = options.name ?? nameOf(input);
  if (typeof input === 'string') {
    if (input.trim() === '') throw empty(name);
    return openPastedText(input, { ...options, name });
  }
  if ('rows' in input) return openRows(input, name);
  const bytes = toByteInput(input);
  if (bytes.size === 0) throw empty(name);
  const content = sniffContent(await bytes.slice(0, SNIFF_BYTES));
  options.signal?.throwIfAborted();
  return openContent(content, bytes, { ...options, name });
}

async function openContent(
  content: Content,
  bytes: ByteInput,
  options: OpenOptions & { readonly name: string },
): Promise<Source> {
  if (content.kind === 'other') throw unsupported(content.name, options.name);
  const source =
    content.kind === 'workbook' ? await openBook(bytes, options) : await openText(bytes, options);
  const issue = extensionIssue(source);
  return issue === null ? source : { ...source, issues: [issue, ...source.issues] };
}

async function openBook(
  bytes: ByteInput,
  options: OpenOptions & { readonly name: string },
): Promise<Source> {
  const { openWorkbook } = await import('./workbook/openWorkbook.ts');
  return openWorkbook(await bytes.slice(0, bytes.size), options);
}

function nameOf(input: SourceInput): string {
  if (typeof input === 'string') return 'pasted';
  return 'name' in input && typeof input.name === 'string' ? input.name : '';
}

/** Extensions a format goes by; text goes by any that no other format has. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = {
  xlsx: ['xlsx', 'xltx'],
  xlsm: ['xlsm', 'xltm', 'xlam'],
  xlsb: ['xlsb'],
  xls: ['xls', 'xlt', 'xlw', 'et'],
  ods: ['ods', 'fods', 'ots'],
  html: ['html', 'htm'],
  xml: ['xml'],
};

function extensionIssue({ name, format }: Source): Issue | null {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return null;
  const own = EXTENSIONS[format];
  const fits =
    own === undefined
      ? !Object.values(EXTENSIONS).some((others) => others.includes(extension))
      : own.includes(extension);
  if (fits) return null;
  return { code: 'extension-mismatch', severity: 'info', params: { extension, format } };
}

function empty(name: string): ImportError {
  return new ImportError(
    'file-empty',
    'The file is empty. Choose one that has a header and rows.',
    {
      params: { name },
    },
  );
}

function unsupported(kind: string | null, name: string): ImportError {
  const what =
    kind === null ? 'The file is neither text nor a workbook' : `The file is a ${kind} file`;
  return new ImportError(
    'file-unsupported',
    `${what}, so it has no rows to read. Save it as CSV or Excel and try again.`,
    { params: { name, ...(kind === null ? {} : { kind }) } },
  );
}
