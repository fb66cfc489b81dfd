import type { Entity, Field, Schema, Setting } from './Schema.ts';
import { checkOptions, oneOf, type Report } from './schemaReport.ts';
import { ownValue } from './ownValue.ts';
import { isListField } from './isListField.ts';

/** Where a field's value comes from beside its column: fields that are there, of a type that fits. */
export function checkSources(entity: Entity, field: Field, report: Report): void {
  const { derive, defaultOnCreate, source } = field;
  const isId = field.type === 'id';
  if (isId && (derive ?? defaultOnCreate ?? source) !== undefined) {
    report(
      'type',
      'is id, which no value is given to; leave out source, derive and defaultOnCreate',
    );
  }
  if (derive === undefined) return;
  const from = ownValue(entity.fields, derive.from);
  if (from === undefined)
    report(
      'derive.from',
      `names "${derive.from}", which is no field of this entity; ${oneOf(entity.fields)}`,
    );
  else if (from === field) report('derive.from', 'names the field itself; name another one');
  else if (
    field.type !== 'text' &&
    (from.type !== field.type || isListField(from) !== isListField(field))
  ) {
    report(
      'derive.from',
      `is a ${from.type}, which is no ${field.type}; use a field of the same type`,
    );
  }
  const when = derive.when?.field;
  if (when !== undefined && !Object.hasOwn(entity.fields, when))
    report(
      'derive.when.field',
      `names "${when}", which is no field of this entity; ${oneOf(entity.fields)}`,
    );
}

/** A setting: options, conditions, what it applies to. */
export function checkSetting(schema: Schema, key: string, report: Report): void {
  const setting = schema.settings?.[key];
  if (setting === undefined) return;
  const path = `settings.${key}`;
  if ('options' in setting) checkOptions(setting.options ?? [], `${path}.options`, report);
  checkDefault(setting, `${path}.default`, report);
  const asked = setting.showWhen?.setting;
  if (asked === key)
    report(`${path}.showWhen.setting`, 'names the setting itself; name another one');
  else if (asked !== undefined && !Object.hasOwn(schema.settings ?? {}, asked)) {
    const known = oneOf(schema.settings ?? {}, key);
    report(`${path}.showWhen.setting`, `names "${asked}", which is no setting; ${known}`);
  }
  if (setting.type === 'context' && setting.showWhen !== undefined)
    report(path, 'is a context, which is always asked; leave out showWhen');
  checkApplies(schema, setting, (at, message) => report(`${path}.appliesTo.${at}`, message));
}

/** A default must be an answer its setting takes. Options may come at run time: they are not looked at. */
function checkDefault(setting: Setting, path: string, report: Report): void {
  const { default: first } = setting as { readonly default?: unknown };
  if (first === undefined) return;
  const many =
    setting.type === 'choice' || setting.type === 'people' ? setting.multiple === true : null;
  if (many === true && !Array.isArray(first)) report(path, 'is one answer; write a list');
  if (many === false && Array.isArray(first))
    report(path, 'is a list; write one answer, or set multiple: true');
  if (setting.type === 'date' && !/^\d{4}-\d{2}-\d{2}$/u.test(setting.default ?? ''))
    report(path, `is ${JSON.stringify(first)}; write an ISO date, e.g. "2024-03-01"`);
}

function checkApplies(schema: Schema, { type, appliesTo }: Setting, report: Report): void {
  if (appliesTo === undefined) return;
  const { entity: key, field } = appliesTo;
  const entity = ownValue(schema.entities, key);
  if (entity === undefined) {
    report('entity', `names "${key}", which is no entity; ${oneOf(schema.entities)}`);
    return;
  }
  if (field === undefined) return;
  const target = ownValue(entity.fields, field);
  if (target === undefined)
    report('field', `names "${field}", which is no field of "${key}"; ${oneOf(entity.fields)}`);
  else if (target.type === 'id') report('field', 'names an id, which no value is given to');
  else if (
    type === 'people' &&
    target.type !== 'reference' &&
    target.type !== 'text' &&
    target.type !== 'choice'
  )
    report(
      'field',
      `names a ${target.type}, which holds no people; use a reference, a choice or a text`,
    );
}

/** Kinds and match steps: entities that are there. */
export function checkKinds(schema: Schema, report: Report): void {
  const known = (entity: string, path: string): void => {
    if (!Object.hasOwn(schema.entities, entity))
      report(path, `names "${entity}", which is no entity; ${oneOf(schema.entities)}`);
  };
  const kinds = Object.entries(schema.kinds ?? {});
  if (schema.kinds !== undefined && kinds.length === 0)
    report('kinds', 'is empty; describe a kind, or leave it out');
  for (const [key, { entities }] of kinds) {
    if (entities.length === 0)
      report(`kinds.${key}.entities`, 'is empty; name at least one entity');
    entities.forEach((entity, index) => known(entity, `kinds.${key}.entities[${index}]`));
  }
  const seen = new Set<string>();
  schema.matchSteps?.forEach((entities, step) => {
    if (entities.length === 0) report(`matchSteps[${step}]`, 'is empty; name at least one entity');
    entities.forEach((entity, index) => {
      const path = `matchSteps[${step}][${index}]`;
      known(entity, path);
      if (seen.has(entity)) report(path, `names "${entity}" twice; name each once`);
      seen.add(entity);
    });
  });
}

/** Policies: a default that may be chosen. */
export function checkPolicy({ policy }: Schema, report: Report): void {
  for (const [key, choice] of Object.entries(policy ?? {})) {
    const { default: first, choices } = choice as {
      readonly default: unknown;
      readonly choices?: readonly unknown[];
    };
    if (choices === undefined || choices.includes(first)) continue;
    const known = choices.map((one) => JSON.stringify(one)).join(', ');
    report(
      `policy.${key}.default`,
      `is ${JSON.stringify(first)}, which is not among the choices (${known})`,
    );
  }
}
