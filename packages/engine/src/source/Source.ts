import type { Issue } from '../issue/Issue.ts';
import type { Block } from './Block.ts';

/** Formats that are read, by content, whatever the file is called. */
export type SourceFormat =
  | 'csv'
  | 'tsv'
  | 'xlsx'
  | 'xlsm'
  | 'xlsb'
  | 'xls'
  | 'ods'
  | 'html'
  | 'xml'
  | 'rows';

/** A sheet of the file; a text file has one, called `text`. */
export interface SheetInfo {
  readonly name: string;
  /** Rows of the sheet's used range, blank ones inside it included; null when not known before all is read. */
  readonly rows: number | null;
  readonly hidden?: boolean;
}

/** How to read the file; everything not given is found out. */
export interface ReadOptions {
  readonly sheet?: string;
  /** Encoding label as in the WHATWG Encoding Standard, e.g. `windows-1252`. */
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly quote?: string;
  /** 1-based row of the headings, `null` for none, `auto` (default) to find it. */
  readonly headerRow?: number | null | 'auto';
  /** Rows to pass over from the top before anything else. */
  readonly skipRows?: number;
}

/** How far the reading of a file is, in bytes. */
export interface SourceProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

/** How much of a source is read, and who is told. */
export interface ReadBlocksOptions {
  readonly signal?: AbortSignal | undefined;
  /** Stop after this many rows (a preview). */
  readonly limit?: number;
  readonly onProgress?: (progress: SourceProgress) => void;
  /** Told of each thing repaired or doubtful as it is met. */
  readonly onIssue?: (issue: Issue) => void;
}

/**
 * An opened file: what was found about it, and its rows as often as they are asked for.
 * Nothing of a text file is held in memory; each call of `blocks` reads it again.
 */
export interface Source {
  readonly name: string;
  readonly format: SourceFormat;
  /** Bytes; 0 when not known. */
  readonly size: number;
  /** Text formats only. */
  readonly encoding: string | null;
  /** 0–1: how sure the encoding is; null for workbooks. */
  readonly encodingConfidence: number | null;
  readonly delimiter: string | null;
  readonly quote: string | null;
  readonly sheets: readonly SheetInfo[];
  /** The sheet `blocks` reads. */
  readonly sheet: string;
  /** Found while opening. */
  readonly issues: readonly Issue[];
  /** Every row of the sheet from its first used cell on, header and rows above it included, blank rows too. */
  blocks(options?: ReadBlocksOptions): AsyncIterable<Block>;
  /** The decoded text of a text file; undefined for workbooks. */
  text?(options?: { readonly signal?: AbortSignal }): AsyncIterable<string>;
}

/** What `openSource` takes. A `File` has a name; for the others give one. */
export type SourceInput =
  | Blob
  | Uint8Array
  | string
  | { readonly rows: () => AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]> };
