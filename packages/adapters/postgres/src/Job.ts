import type { Operation, Value } from '@importera/engine';
import type { BatchEntity } from './batchEntity.ts';
import type { EntityLayout } from './Layout.ts';
import type { Refusal } from './sqlError.ts';

/** An operation made ready to be written: ids known, values by column. */
export interface Job {
  /** Index in the batch. */
  readonly index: number;
  readonly operation: Operation;
  readonly layout: EntityLayout;
  readonly entity: BatchEntity;
  /** Of the record, also of one that is still to be created. */
  readonly id: string;
  /** By slot of `entity.columns`, references and parent included; undefined where nothing is written. */
  readonly cells: readonly (Value | undefined)[];
  /** Custom fields by key; null where none is written. */
  readonly custom: Readonly<Record<string, Value>> | null;
  /** Records (by number) that must have been created by this batch. */
  readonly needs: readonly number[];
  /** Jobs of one wave touch different records and run as one statement per table. */
  readonly wave: number;
}

/** A row of the spreadsheet: its jobs are written together or not at all. */
export interface JobRow {
  readonly jobs: readonly Job[];
  /** Known before anything is tried. */
  readonly refusals: ReadonlyMap<number, Refusal>;
}

/** What a job writes, by column name. */
export function valuesOf({ cells, entity }: Job): readonly (readonly [string, Value])[] {
  return entity.columns.flatMap(({ name }, slot) => {
    const value = cells[slot];
    return value === undefined ? [] : [[name, value] as const];
  });
}
