import type { Issue } from '../../issue/Issue.ts';
import type { Block } from '../Block.ts';
import { type ByteInput, pieceEdges } from '../ByteInput.ts';
import { createDecoder } from '../encoding/createDecoder.ts';
import { detectEncoding } from '../encoding/detectEncoding.ts';
import { DOUBTFUL_ENCODING, type EncodingGuess } from '../encoding/EncodingGuess.ts';
import { sampleBytes } from '../encoding/sampleBytes.ts';
import { ERROR_ROW_HEADER } from '../errorFileColumns.ts';
import type { ReadBlocksOptions, ReadOptions, Source } from '../Source.ts';
import { detectDialect, type DialectChoice } from './detectDialect.ts';
import type { Dialect } from './Dialect.ts';
import { readSeparatorLine } from './separatorLine.ts';
import { readText, type TextPiece } from './readText.ts';

/** Decoded text that the dialect is chosen by, in UTF-16 units. */
const HEAD_TEXT = 128 * 1024;
/** Name of a text file's only sheet. */
export const TEXT_SHEET = 'text';

export interface TextOptions extends ReadOptions {
  readonly name: string;
  readonly signal?: AbortSignal | undefined;
}

/** Opens delimited text held in bytes. */
export async function openText(bytes: ByteInput, options: TextOptions): Promise<Source> {
  const guess = await encodingOf(bytes, options);
  const pieces = (signal?: AbortSignal) => decoded(bytes, guess.encoding, signal);
  return describe(pieces, {
    options,
    size: bytes.size,
    encoding: guess.encoding,
    confidence: guess.confidence,
    issues: doubts(guess, options),
  });
}

/** Opens pasted text. */
export function openPastedText(text: string, options: TextOptions): Promise<Source> {
  return describe(() => textPieces(text), {
    options,
    size: text.length,
    encoding: 'utf-8',
    confidence: 1,
    issues: [],
  });
}

interface TextFacts {
  readonly options: TextOptions;
  readonly size: number;
  readonly encoding: string;
  readonly confidence: number;
  readonly issues: readonly Issue[];
}

async function describe(
  pieces: (signal?: AbortSignal) => AsyncIterable<TextPiece>,
  facts: TextFacts,
): Promise<Source> {
  const { options, size, encoding, confidence } = facts;
  const { head, whole } = await headOf(pieces(options.signal));
  const separator = readSeparatorLine(head);
  const { dialect, issues } = dialectOf(head.slice(separator?.length ?? 0), whole, {
    delimiter: options.delimiter ?? separator?.delimiter,
    quote: options.quote,
  });
  return {
    name: options.name,
    format: dialect.delimiter === '\t' ? 'tsv' : 'csv',
    size,
    encoding,
    encodingConfidence: confidence,
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    sheets: [{ name: TEXT_SHEET, rows: null }],
    sheet: TEXT_SHEET,
    issues: [
      ...facts.issues,
      ...issues,
      ...(separator === null ? [] : [separatorIssue(separator.delimiter)]),
    ],
    blocks: (read: ReadBlocksOptions = {}): AsyncIterable<Block> =>
      readText(pieces(read.signal), { ...read, dialect, skip: separator?.length ?? 0, size }),
    async *text(read = {}) {
      for await (const piece of pieces(read.signal)) yield piece.text;
    },
  };
}

async function* decoded(
  bytes: ByteInput,
  encoding: string,
  signal?: AbortSignal,
): AsyncIterable<TextPiece> {
  const decoder = createDecoder(encoding);
  let bytesRead = 0;
  for await (const piece of bytes.pieces(signal)) {
    bytesRead += piece.length;
    yield { text: decoder.decode(piece), bytesRead };
  }
  yield { text: decoder.end(), bytesRead };
}

async function* textPieces(text: string): AsyncIterable<TextPiece> {
  for (const [start, end] of pieceEdges(text.length)) {
    const piece = text.slice(start, end);
    yield { text: start === 0 ? piece.replace(/^\ufeff/, '') : piece, bytesRead: end };
  }
}

async function headOf(pieces: AsyncIterable<TextPiece>): Promise<{ head: string; whole: boolean }> {
  let head = '';
  for await (const piece of pieces) {
    head += piece.text;
    if (head.length > HEAD_TEXT) return { head: head.slice(0, HEAD_TEXT), whole: false };
  }
  return { head, whole: true };
}

async function encodingOf(bytes: ByteInput, options: TextOptions): Promise<EncodingGuess> {
  if (options.encoding === undefined) return detectEncoding(await sampleBytes(bytes));
  createDecoder(options.encoding);
  return { encoding: options.encoding.toLowerCase(), confidence: 1, runnerUp: null };
}

function doubts(guess: EncodingGuess, options: TextOptions): readonly Issue[] {
  if (options.encoding !== undefined || guess.confidence >= DOUBTFUL_ENCODING) return [];
  const { encoding, runnerUp } = guess;
  return [{ code: 'encoding-doubtful', severity: 'warning', params: { encoding, runnerUp } }];
}

/** An error file is our own writing: whatever its cells hold, it quotes by `"` and doubles quotes. */
function knownOf(head: string, choice: DialectChoice): DialectChoice {
  const firstLine = head.slice(0, 4096).split(/[\r\n]/, 1)[0] ?? '';
  if (choice.quote !== undefined || !firstLine.includes(ERROR_ROW_HEADER)) return choice;
  return { ...choice, quote: '"', escape: null };
}

function dialectOf(
  head: string,
  whole: boolean,
  choice: DialectChoice,
): { dialect: Dialect; issues: readonly Issue[] } {
  const { dialect, confidence } = detectDialect(head, whole, knownOf(head, choice));
  const doubtful = choice.delimiter === undefined && confidence < DOUBTFUL_DELIMITER;
  const { delimiter } = dialect;
  return {
    dialect,
    issues: doubtful
      ? [{ code: 'delimiter-doubtful', severity: 'info', params: { delimiter } }]
      : [],
  };
}

const DOUBTFUL_DELIMITER = 0.6;

function separatorIssue(delimiter: string): Issue {
  return { code: 'separator-line', severity: 'info', params: { delimiter } };
}
