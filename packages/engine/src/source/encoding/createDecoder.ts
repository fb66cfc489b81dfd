import { ImportError } from '../../issue/ImportError.ts';
import { DOS_CODE_PAGES, decodeDos } from './dosCodePages.ts';

/** Turns pieces of bytes into text; a character cut in two by a piece's end is held back. */
export interface Decoder {
  decode(piece: Uint8Array): string;
  /** What is left at the end. */
  end(): string;
}

/**
 * A decoder by label; a byte order mark is taken off, broken bytes become U+FFFD.
 * @throws ImportError `option-invalid` for a label that is not known.
 */
export function createDecoder(encoding: string): Decoder {
  const upper = DOS_CODE_PAGES.get(encoding.toLowerCase());
  if (upper !== undefined) return { decode: (piece) => decodeDos(piece, upper), end: () => '' };
  const decoder = textDecoder(encoding);
  return {
    decode: (piece) => decoder.decode(piece, { stream: true }),
    end: () => decoder.decode(),
  };
}

function textDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch (cause) {
    throw new ImportError(
      'option-invalid',
      `The encoding "${encoding}" is not known. Use a label such as utf-8 or windows-1252.`,
      { cause, params: { option: 'encoding', value: encoding } },
    );
  }
}
