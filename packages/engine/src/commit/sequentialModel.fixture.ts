import type { StoredRecord } from '../adapter/PersistenceAdapter.ts';
import type { ImportPolicy } from '../plan/Plan.ts';
import type { RecordValues, Value } from '../schema/Schema.ts';

/** A row of the model's file: one company with one contact, any cell of which may be empty. */
export interface ModelRow {
  readonly id: string | null;
  readonly name: string | null;
  readonly city: string | null;
  readonly orgNumber: string | null;
  readonly email: string | null;
  readonly contact: string | null;
}

export interface ModelOptions {
  readonly policy: ImportPolicy;
  /** Rows (by index) the store refuses. */
  readonly refused?: ReadonlySet<number>;
}

interface ModelRecord {
  readonly id: string;
  readonly parent: string | null;
  values: Record<string, Value>;
}

interface ModelWorld {
  companies: ModelRecord[];
  contacts: ModelRecord[];
  /** Records earlier rows hit, by a key they had after it. */
  keys: Record<string, string[]>;
  next: number;
}

const fold = (text: string): string => text.trim().toLowerCase();

/**
 * What an import means, in the plainest way: one row after the other on a store, each row whole or not at all. Shares no code with
 * the engine and knows no batches, blocks or look-ups.
 */
export function sequentialModel(
  stored: Readonly<Record<'company' | 'contact', readonly StoredRecord[]>>,
  rows: readonly ModelRow[],
  { policy, refused = new Set() }: ModelOptions,
): { readonly statuses: readonly string[]; readonly store: readonly unknown[] } {
  const copy = ({ id, parentId, values }: StoredRecord): ModelRecord => ({
    id,
    parent: parentId ?? null,
    values: { ...values },
  });
  let world: ModelWorld = {
    companies: stored.company.map(copy),
    contacts: stored.contact.map(copy),
    keys: {},
    next: 0,
  };
  const statuses = rows.map((row, index) => {
    const attempt = structuredClone(world);
    const status = apply(attempt, row, policy);
    if (status === 'written' && refused.has(index)) return 'rejected';
    if (status !== 'rejected' && status !== 'ambiguous') world = attempt;
    return status === 'ambiguous' ? 'skipped' : status;
  });
  return { statuses, store: canonical(world.companies, world.contacts) };
}

/** A store without its ids: companies with their contacts, sorted. */
export function canonical(
  companies: readonly { readonly id: string; readonly values: RecordValues }[],
  contacts: readonly { readonly parent: string | null; readonly values: RecordValues }[],
): readonly unknown[] {
  const text = (values: RecordValues): string =>
    JSON.stringify(
      Object.entries(values)
        .filter(([, value]) => value !== null)
        .sort(),
    );
  const inside = (id: string | null): readonly string[] =>
    contacts
      .filter(({ parent }) => parent === id)
      .map(({ values }) => text(values))
      .sort();
  return [
    ...companies.map(({ id, values }) => `${text(values)} ${inside(id).join()}`).sort(),
    ...inside(null),
  ];
}

type Result = 'written' | 'unchanged' | 'skipped' | 'rejected' | 'ambiguous';

function apply(world: ModelWorld, row: ModelRow, policy: ImportPolicy): Result {
  const hasCompany = (row.id ?? row.name ?? row.city ?? row.orgNumber) !== null;
  const hasContact = (row.email ?? row.contact) !== null;
  const company = hasCompany ? applyCompany(world, row, policy) : null;
  if (company !== null && isLeftOut(company.result)) return company.result;
  const parent = company?.id ?? null;
  const lost = hasCompany && parent === null;
  const contact = hasContact && !lost ? applyContact(world, { row, parent }, policy) : null;
  if (contact !== null && isLeftOut(contact)) return contact;
  const results = new Set([company?.result, contact]);
  return (['written', 'unchanged'] as const).find((result) => results.has(result)) ?? 'skipped';
}

function isLeftOut(result: Result): boolean {
  return result === 'rejected' || result === 'ambiguous';
}

function applyCompany(
  world: ModelWorld,
  row: ModelRow,
  policy: ImportPolicy,
): { readonly result: Result; readonly id: string | null } {
  const values = { name: row.name, city: row.city, orgNumber: row.orgNumber };
  const found = findCompany(world, row);
  const done = write(world, {
    list: world.companies,
    values,
    found,
    policy,
    parent: null,
    key: 'name',
  });
  if (done.id === null) return done;
  if (row.id !== null) world.keys[`id ${row.id}`] ??= [done.id];
  const name = nameOf(world.companies.find(({ id }) => id === done.id));
  if (name !== null && (!found.byId || fold(name) === fold(row.name ?? '')))
    remember(world, `company ${fold(name)}`, done.id);
  return done;
}

function applyContact(
  world: ModelWorld,
  { row, parent }: { readonly row: ModelRow; readonly parent: string | null },
  policy: ImportPolicy,
): Result {
  const values = { email: row.email, name: row.contact };
  const found = findContact(world, row, parent);
  const { result, id } = write(world, {
    list: world.contacts,
    values,
    found,
    policy,
    parent,
    key: 'email',
  });
  if (id === null || row.email === null) return result;
  remember(world, `contact * ${fold(row.email)}`, id);
  if (parent !== null) remember(world, `contact ${parent} ${fold(row.email)}`, id);
  return result;
}

function remember(world: ModelWorld, key: string, id: string): void {
  const known = (world.keys[key] ??= []);
  if (!known.includes(id)) known.push(id);
}

interface Found {
  readonly ids: readonly string[];
  readonly byId: boolean;
}

function findCompany(world: ModelWorld, row: ModelRow): Found {
  if (row.id !== null) {
    const known =
      world.keys[`id ${row.id}`] ??
      world.companies.filter(({ id }) => id === row.id).map(({ id }) => id);
    if (known.length > 0) return { ids: known, byId: true };
  }
  if (row.name === null) return { ids: [], byId: false };
  const name = fold(row.name);
  const inFile = world.keys[`company ${name}`] ?? [];
  const ids = world.companies
    .filter((company) => fold(nameOf(company) ?? '') === name)
    .map(({ id }) => id);
  // Only those that still have the name.
  const hit = ids.filter((id) => inFile.includes(id));
  return { ids: hit.length > 0 ? hit : ids, byId: false };
}

function nameOf(record: ModelRecord | undefined): string | null {
  const name = record?.values['name'];
  return typeof name === 'string' ? name : null;
}

function findContact(world: ModelWorld, { email }: ModelRow, parent: string | null): Found {
  if (email === null) return { ids: [], byId: false };
  const inFile = world.keys[`contact ${parent ?? '*'} ${fold(email)}`];
  if (inFile !== undefined) return { ids: inFile, byId: false };
  const fits = world.contacts.filter(
    (contact) =>
      typeof contact.values['email'] === 'string' &&
      fold(contact.values['email']) === fold(email) &&
      (parent === null || contact.parent === parent),
  );
  return { ids: fits.map(({ id }) => id), byId: false };
}

interface Write {
  readonly list: ModelRecord[];
  readonly values: Readonly<Record<string, string | null>>;
  readonly found: Found;
  readonly policy: ImportPolicy;
  readonly parent: string | null;
  readonly key: string;
}

function write(
  world: ModelWorld,
  { list, values, found, policy, parent, key }: Write,
): { result: Result; id: string | null } {
  if (found.ids.length > 1 && policy.ambiguous === 'skip') return { result: 'ambiguous', id: null };
  const record = found.ids.length === 1 ? list.find(({ id }) => id === found.ids[0]) : undefined;
  if (record === undefined) return create(world, { list, values, policy, parent });
  const changes = Object.entries(values).filter(
    ([field, value]) =>
      value !== null && (found.byId || field !== key) && record.values[field] !== value,
  );
  if (changes.length === 0) return { result: 'unchanged', id: record.id };
  if (policy.mode === 'create') return { result: 'skipped', id: record.id };
  if (changes.some(([field, value]) => isTaken(list, { field, value, id: record.id })))
    return { result: 'rejected', id: null };
  record.values = { ...record.values, ...Object.fromEntries(changes) };
  return { result: 'written', id: record.id };
}

function create(
  world: ModelWorld,
  { list, values, policy, parent }: Pick<Write, 'list' | 'values' | 'policy' | 'parent'>,
): { result: Result; id: string | null } {
  if (policy.mode === 'update') return { result: 'skipped', id: null };
  const filled = Object.entries(values).filter(([, value]) => value !== null);
  if ('email' in values && values['email'] === null) return { result: 'rejected', id: null };
  if (filled.some(([field, value]) => isTaken(list, { field, value, id: '' })))
    return { result: 'rejected', id: null };
  world.next += 1;
  const id = `new-${world.next}`;
  list.push({ id, parent, values: Object.fromEntries(filled) });
  return { result: 'written', id };
}

function isTaken(
  list: readonly ModelRecord[],
  { field, value, id }: { readonly field: string; readonly value: Value; readonly id: string },
): boolean {
  if (field !== 'orgNumber' || typeof value !== 'string') return false;
  return list.some(({ id: other, values }) => {
    const taken = values['orgNumber'];
    return other !== id && typeof taken === 'string' && fold(taken) === fold(value);
  });
}
