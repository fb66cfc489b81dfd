import type { Value } from '../schema/Schema.ts';

/** A value that the answer to a setting gives to a field; see `SettingTarget.when`. */
export interface GivenValue {
  readonly entity: string;
  readonly field: string;
  /** As records hold it; ids, for a reference. */
  readonly value: Value;
  readonly when: 'always' | 'empty' | 'create';
}

/** Begins an id among texts that are looked up. No character of any text (Unicode: never to be interchanged). */
const ID_MARK = '\uFDD0';

/** An id in place of the readable text of a reference: it is not looked up. */
export function idMark(id: string): string {
  return `${ID_MARK}${id}`;
}

/** The id of a mark; undefined for any other value. */
export function markedId(value: Value): string | undefined {
  return typeof value === 'string' && value.startsWith(ID_MARK) ? value.slice(1) : undefined;
}

/** The text of a file without what would pass for an id. */
export function withoutMarks(text: string): string {
  return text.replaceAll(ID_MARK, '');
}
