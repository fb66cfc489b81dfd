import { numberColumn } from './numberColumn.ts';
import type { TextTable } from './textTable.ts';

/** Finds numbers by text, as a `Map` does. */
export interface TextNumbers {
  get(text: string): number | undefined;
  has(text: string): boolean;
  /** @param value a whole number of 32 bits, but not -1. */
  set(text: string, value: number): void;
  delete(text: string): void;
}

/** @param table may be shared with others that know the same texts: each text then costs four bytes here. */
export function textNumbers(table: TextTable): TextNumbers {
  const values = numberColumn(Int32Array, NONE);
  const valueOf = (text: string): number => {
    const number = table.find(text);
    return number < 0 ? NONE : values.get(number);
  };
  return {
    get(text) {
      const value = valueOf(text);
      return value === NONE ? undefined : value;
    },
    has: (text) => valueOf(text) !== NONE,
    set: (text, value) => values.set(table.enter(text), value),
    delete(text) {
      const number = table.find(text);
      if (number >= 0) values.set(number, NONE);
    },
  };
}

/** What stands for no number. */
const NONE = -1;
