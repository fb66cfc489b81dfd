import { nearestTexts, type ImportPermissions, type Schema } from '@importera/engine';
import {
  createImportServer,
  createImportWorker,
  mailNotifier,
  type ImportNotice,
  type ImportServer,
  type ImportWorker,
  type ServerDatabase,
} from '@importera/server';
import { sv } from '@importera/engine/locales/sv';
import { inWords, type SchemaWords } from '../scenarios/inWords.ts';
import type { Localized } from '../scenarios/Localized.ts';
import type { Person } from '../scenarios/Person.ts';
import type { Scenario } from '../scenarios/Scenario.ts';
import type { Company } from './openCompany.ts';
import { signedIn } from './sessionRoutes.ts';

/** Header by which a page says which of the companies it belongs to. */
const COMPANY_HEADER = 'x-demo-company';

/** Where the import server answers. */
export const IMPORTS_PATH = '/api/imports';

/** One import server for all companies: each is a tenant with a schema and tables of its own. */
export function importServer(
  database: ServerDatabase,
  companies: readonly Company[],
): ImportServer {
  const asking = (request: Request): Asking | null => {
    const path = request.headers.get(COMPANY_HEADER);
    const company = companies.find(({ scenario }) => scenario.path === path);
    const person = company && signedIn(company.scenario, request);
    return company && person ? { company, person } : null;
  };
  const permissionsOf = (request: Request): ImportPermissions => {
    const who = asking(request);
    return who?.company.scenario.permissions(who.person, wordsFor(request)) ?? {};
  };
  // #region server
  return createImportServer({
    ...targets(companies),
    database,
    path: IMPORTS_PATH,
    identify(request) {
      const who = asking(request);
      return who && { tenant: who.company.scenario.schema.id, user: who.person.name };
    },
    authorize: (request) => answerFor(permissionsOf(request)),
    permissions: (_person, { request }) => permissionsOf(request),
    onError: (error) => console.error(error),
  });
  // #endregion
}

interface Asking {
  readonly company: Company;
  readonly person: Person;
}

/** Who may not import at all is refused everything, with the reason (FX1). */
function answerFor({ import: may = true }: ImportPermissions): true | Response {
  if (may === true) return true;
  const problem = { status: 403, code: 'not-allowed', detail: may, params: {} };
  const headers = { 'content-type': 'application/problem+json' };
  return Response.json(problem, { status: 403, headers });
}

/** Chooses the text in the language that the page is shown in. */
function wordsFor(request: Request): (text: Localized) => string {
  const isSwedish = request.headers.get('accept-language')?.startsWith('sv') === true;
  return (text) => (isSwedish ? text.sv : text.en);
}

/** Runs what was started, here or in as many processes as wanted. */
export function importWorker(
  database: ServerDatabase,
  companies: readonly Company[],
  { origin, smtp }: { readonly origin: string; readonly smtp: string | undefined },
): ImportWorker {
  const scenarioOf = (tenant: string): Scenario | undefined =>
    companies.find(({ scenario }) => scenario.schema.id === tenant)?.scenario;
  // #region worker
  const mail = mailNotifier({
    from: 'Importera demo <imports@importera.example>',
    link: ({ key }) => `${origin}/${scenarioOf(key.tenant)?.path}/import?import=${key.id}`,
    schema: (notice) => schemaFor(notice, scenarioOf(notice.key.tenant)?.swedish),
    ...(smtp === undefined ? { outbox: database.client } : { smtp }),
  });
  return createImportWorker({
    ...targets(companies),
    database,
    notifiers: [mail],
    onError: (error) => console.error(error),
  });
  // #endregion
}

/** The labels as the page has them that the import was started from. */
function schemaFor({ schema, languages }: ImportNotice, swedish?: SchemaWords): Schema {
  const isSwedish = nearestTexts(languages, [sv]) === sv;
  return swedish && isSwedish ? inWords(schema, swedish) : schema;
}

function targets(
  companies: readonly Company[],
): Pick<Parameters<typeof createImportServer>[0], 'adapter' | 'schemas'> {
  return {
    schemas: companies.map(({ scenario }) => scenario.schema),
    adapter({ schemaId }) {
      const company = companies.find(({ scenario }) => scenario.schema.id === schemaId);
      if (company === undefined) throw new Error(`There is no company for ${schemaId}.`);
      return company.adapter;
    },
  };
}
