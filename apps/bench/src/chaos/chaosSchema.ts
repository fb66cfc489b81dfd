import {
  createMapping,
  defineSchema,
  email,
  number,
  openSource,
  readTable,
  suggestMapping,
  text,
  type Recipe,
} from '@importera/engine';

/** Companies with contacts: rows of the file hit the same ones again and again. */
export const chaosSchema = defineSchema({
  id: 'chaos',
  country: 'SE',
  entities: {
    company: {
      label: 'Company',
      identify: [['number']],
      fields: {
        number: text({ label: 'Company number', required: true }),
        name: text({ label: 'Company name' }),
        city: text({ label: 'City' }),
        revenue: number({ label: 'Revenue' }),
      },
    },
    contact: {
      label: 'Contact',
      parent: 'company',
      identify: [['email']],
      fields: {
        email: email({ label: 'E-mail', required: true }),
        name: text({ label: 'Contact name' }),
        title: text({ label: 'Title' }),
      },
    },
  },
});

/** As a person matches it: companies by number, contacts by e-mail. */
export async function chaosRecipe(file: Blob): Promise<Recipe> {
  const table = await readTable(await openSource(file, { name: FILE_NAME }));
  const suggestions = suggestMapping(table.columns, chaosSchema);
  const { columns } = createMapping(table.columns, suggestions, chaosSchema);
  return {
    version: 1,
    read: {},
    columns: columns.map((column) => ({ ...column, match: MATCHED.has(column.header) })),
    defaults: [],
    policy: { mode: 'create-and-update', ambiguous: 'create', allOrNothing: false },
    settings: {},
    edits: [],
    excluded: [],
  };
}

export const FILE_NAME = 'chaos.csv';
const MATCHED: ReadonlySet<string> = new Set(['Company number', 'E-mail']);
