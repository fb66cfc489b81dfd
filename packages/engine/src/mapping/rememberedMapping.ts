import { ownValue } from '../schema/ownValue.ts';
import type { Schema } from '../schema/Schema.ts';
import type { ColumnProfile } from '../table/Table.ts';
import { headerTokens } from './headerTokens.ts';
import type { ColumnMapping, ColumnTarget } from './Mapping.ts';
import { matchColumns } from './matchColumns.ts';
import { similarText } from './similarText.ts';

/** Headers at least this alike (0–1) are taken for the same one, rewritten. */
const SAME_HEADER = 0.85;

/**
 * Applies what was decided for an earlier file to a table with the same or similar headers, in any order. Columns that
 * are new, and those whose field is no longer there, keep their fresh mapping, unless its field was given away by then.
 * What the values of the new file prove about dates and numbers goes before what was remembered, and a column that
 * has no values now is no match key.
 * @param fresh the mapping suggested for the new table, one entry per column
 */
export function applyRememberedMapping(
  remembered: readonly ColumnMapping[],
  columns: readonly { readonly header: string; readonly profile?: ColumnProfile }[],
  fresh: readonly ColumnMapping[],
  schema: Schema,
): readonly ColumnMapping[] {
  const sources = matchHeaders(
    remembered.map(({ header }) => header),
    columns.map(({ header }) => header),
  );
  const applied = fresh.map((mapping, index) => {
    const earlier = remembered[sources[index] ?? -1];
    return earlier ? recall(earlier, mapping, schema) : null;
  });
  const taken = new Set(applied.flatMap((mapping) => targetName(mapping?.target ?? null)));
  const mappings = fresh.map((mapping, index) => {
    const recalled = applied[index];
    if (recalled) return recalled;
    const isTaken = targetName(mapping.target).some((name) => taken.has(name));
    return isTaken ? { ...mapping, target: null, match: false } : mapping;
  });
  return withFilledKeys(mappings, columns, schema);
}

/** An entity whose remembered key has a column without values in this file is matched as is suggested for it. */
function withFilledKeys(
  mappings: readonly ColumnMapping[],
  columns: readonly { readonly profile?: ColumnProfile }[],
  schema: Schema,
): readonly ColumnMapping[] {
  const keyless = new Set(
    mappings.flatMap(({ match, target }, index) =>
      match && columns[index]?.profile?.filled === 0 ? entityOf(target) : [],
    ),
  );
  if (keyless.size === 0) return mappings;
  const targets = mappings.map(({ target }) => target);
  const suggested = matchColumns(targets, columns, schema);
  return mappings.map((mapping, index) =>
    entityOf(mapping.target).some((entity) => keyless.has(entity))
      ? { ...mapping, match: suggested.has(index) }
      : mapping,
  );
}

function entityOf(target: ColumnTarget | null): readonly string[] {
  return target === null || target.kind === 'ignore' ? [] : [target.entity];
}

/** Null when the decision no longer makes sense under this schema. */
function recall(
  earlier: ColumnMapping,
  fresh: ColumnMapping,
  schema: Schema,
): ColumnMapping | null {
  const target = validTarget(earlier.target, schema);
  if (target === null) return null;
  const format = { ...earlier.format, ...fresh.format };
  return { ...earlier, column: fresh.column, header: fresh.header, target, format };
}

function validTarget(target: ColumnTarget | null, schema: Schema): ColumnTarget | null {
  if (target === null || target.kind === 'ignore') return target;
  const entity = ownValue(schema.entities, target.entity);
  if (!entity) return null;
  if (ownValue(entity.fields, target.field)) {
    return { kind: 'field', entity: target.entity, field: target.field };
  }
  // A field made on the spot last time is made again where the schema does not have it.
  return target.kind === 'new-field' ? target : null;
}

function targetName(target: ColumnTarget | null): readonly string[] {
  if (target === null || target.kind === 'ignore') return [];
  return [JSON.stringify([target.entity, target.field])];
}

/** For each new header the earlier one it continues, or -1: first equal texts, then equal words, then similar ones. */
function matchHeaders(earlier: readonly string[], headers: readonly string[]): readonly number[] {
  const found = new Array<number>(headers.length).fill(-1);
  const free = new Set(earlier.keys());
  const pair = (fits: (before: number, now: number) => boolean): void => {
    headers.forEach((_, now) => {
      if (found[now] !== -1) return;
      for (const before of free) {
        if (!fits(before, now)) continue;
        found[now] = before;
        free.delete(before);
        return;
      }
    });
  };
  const words = (texts: readonly string[]): readonly string[] =>
    texts.map((text) => headerTokens(text).join(''));
  const before = words(earlier);
  const now = words(headers);
  // A file keeps its columns in place: duplicate and empty headers are told apart by where they stand.
  pair((at, index) => at === index && earlier[at] === headers[index]);
  pair((at, index) => earlier[at] === headers[index] && headers[index] !== '');
  pair((at, index) => before[at] === now[index] && now[index] !== '');
  pair((at, index) => similarText(before[at] ?? '', now[index] ?? '') >= SAME_HEADER);
  return found;
}
