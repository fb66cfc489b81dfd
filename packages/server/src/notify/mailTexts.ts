import {
  formatError,
  nearestTexts,
  type IssueTexts,
  type Recipe,
  type Report,
} from '@importera/engine';
import { en } from '@importera/engine/locales/en';
import { sv } from '@importera/engine/locales/sv';
import type { ImportNotice } from './Notifier.ts';

/** The words of a mail. Each gets the report, and the labels of what was imported. */
export interface MailTexts {
  readonly subject: (notice: ImportNotice) => string;
  /** One finished line each. */
  readonly lines: (notice: ImportNotice) => readonly string[];
  readonly link: string;
  /** Said where the rows that were not imported are attached; default English. */
  readonly errorsAttached?: string;
  /** Said where they are too many for a mail; default English. */
  readonly errorsTooLarge?: string;
  /** Why rows were not imported, in the file that is attached; default English. */
  readonly issueTexts?: IssueTexts;
}

/** The mail's own words in the nearest of the languages there are: English, and Swedish. */
export function mailTexts(languages: readonly string[]): Required<MailTexts> {
  return nearestTexts(languages, [sv]).language === sv.language ? SWEDISH : ENGLISH;
}

/** What is different from language to language. */
interface Words extends Pick<
  Required<MailTexts>,
  'link' | 'errorsAttached' | 'errorsTooLarge' | 'issueTexts'
> {
  readonly subject: (fileName: string, status: string) => string;
  readonly head: (fileName: string, status: string) => string;
  readonly rows: string;
  readonly created: (label: string, count: string) => string;
  readonly updated: (label: string, count: string) => string;
  readonly unchanged: (label: string, count: string) => string;
  readonly skipped: string;
  readonly rejected: string;
  readonly fields: string;
}

const ENGLISH: Required<MailTexts> = textsOf({
  subject: (fileName, status) => `Import ${status}: ${fileName}`,
  head: (fileName, status) =>
    `The import of ${fileName} has ${status === 'completed' ? 'been completed' : `ended: ${status}`}.`,
  rows: 'Rows',
  created: (label, count) => `${label}: ${count} created`,
  updated: (label, count) => `${label}: ${count} updated`,
  unchanged: (label, count) => `${label}: ${count} unchanged`,
  skipped: 'Skipped rows',
  rejected: 'Rows with errors',
  fields: 'Custom fields created',
  link: 'Show the results',
  errorsAttached:
    'The rows that were not imported are attached, with the reasons. Correct them and import that file.',
  errorsTooLarge:
    'The rows that were not imported are too many for a mail. Find them with the results.',
  issueTexts: en,
});

const ENDED: Readonly<Record<string, string>> = {
  completed: 'är klar',
  cancelled: 'avbröts',
  failed: 'misslyckades',
};

const SWEDISH: Required<MailTexts> = textsOf({
  subject: (fileName, status) => `Importen ${ENDED[status] ?? 'är slut'}: ${fileName}`,
  head: (fileName, status) => `Importen av ${fileName} ${ENDED[status] ?? 'är slut'}.`,
  rows: 'Rader',
  created: (label, count) => `${label}, skapade: ${count}`,
  updated: (label, count) => `${label}, uppdaterade: ${count}`,
  unchanged: (label, count) => `${label}, oförändrade: ${count}`,
  skipped: 'Överhoppade rader',
  rejected: 'Rader med fel',
  fields: 'Skapade egna fält',
  link: 'Visa resultatet',
  errorsAttached:
    'Raderna som inte importerades är bifogade, med skälen. Rätta dem och importera den filen.',
  errorsTooLarge:
    'Raderna som inte importerades är för många för ett mejl. De finns bland resultaten.',
  issueTexts: sv,
});

function textsOf(words: Words): Required<MailTexts> {
  const { link, errorsAttached, errorsTooLarge, issueTexts } = words;
  return {
    subject: ({ import: { fileName, status } }) => words.subject(fileName, status),
    lines: (notice) => {
      const { report, error, fileName, status } = notice.import;
      const why = error === null ? [] : [formatError(error, issueTexts)];
      const counts = report === null ? [] : countLines(notice, report, words);
      return [words.head(fileName, status), ...why, ...counts];
    },
    link,
    errorsAttached,
    errorsTooLarge,
    issueTexts,
  };
}

function countLines(
  { schema, import: { recipe } }: ImportNotice,
  report: Report,
  words: Words,
): readonly string[] {
  const fields = newFields(recipe);
  const { format: number } = new Intl.NumberFormat(words.issueTexts.language);
  const lines = (name: 'created' | 'updated' | 'unchanged'): readonly string[] =>
    Object.entries(report[name])
      .filter(([, count]) => count > 0)
      .map(([entity, count]) =>
        words[name](schema.entities[entity]?.label ?? entity, number(count)),
      );
  return [
    `${words.rows}: ${number(report.rows)}`,
    ...lines('created'),
    ...lines('updated'),
    ...lines('unchanged'),
    `${words.skipped}: ${number(report.skipped)}`,
    `${words.rejected}: ${number(report.rejected)}`,
    ...(fields === 0 ? [] : [`${words.fields}: ${number(fields)}`]),
  ];
}

/** Custom fields that the import made (TD14). */
function newFields(recipe: Recipe | null): number {
  const made = (recipe?.columns ?? []).flatMap(({ target }) =>
    target?.kind === 'new-field' ? [`${target.entity}.${target.field}`] : [],
  );
  return new Set(made).size;
}
