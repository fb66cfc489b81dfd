import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './workspace.ts';

/** What the page needs of Vitest's JSON report. */
interface TestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

interface IdTest {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly passed: boolean;
}

export interface SystemsPage {
  /** The whole of docs/systems.md. */
  readonly page: string;
  readonly passed: number;
  readonly total: number;
}

const INTRO = `# The five systems

Five real products describe their import on their own help pages. Each is a scenario of [the demo](demo.md); each thing they can
do has an id, and the end-to-end tests that prove it, in Chromium on the demo with its server, begin with it. This table is made
from a run of them (\`npm run systems\`), and \`npm test\` fails when it says something else than the run.
`;

/**
 * The page of capabilities and the tests that prove them, from the JSON reports of runs; of a test file in several of them the last
 * counts. A capability without a passing test is open.
 */
export function systemsPage(reports: readonly string[]): SystemsPage {
  const files = reports.flatMap((json) => (JSON.parse(json) as TestReport).testResults);
  const last = new Map(files.map((file) => [basename(file.name), file]));
  const tests = idTests([...last.values()]);
  const capabilities = JSON.parse(
    readFileSync(join(root, 'docs/systems/capabilities.json'), 'utf8'),
  ) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const ids = Object.values(capabilities).flatMap((system) => Object.keys(system));
  const isPassed = (id: string): boolean => {
    const own = tests.filter((test) => test.id === id);
    return own.length > 0 && own.every(({ passed }) => passed);
  };
  const passed = ids.filter(isPassed).length;
  const sections = Object.entries(capabilities).map(([system, texts]) => {
    const rows = Object.entries(texts).map(([id, text]) => {
      const own = tests.filter((test) => test.id === id).map(testCell);
      return `| ${id} | ${text} | ${own.join('<br>')} | ${isPassed(id) ? 'yes' : 'no'} |`;
    });
    return [
      `\n## ${system}\n`,
      '| id | capability | test | passed |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  const page = `${INTRO}\n${passed} of ${ids.length} pass.\n${sections.join('\n')}\n`;
  return { page, passed, total: ids.length };
}

function testCell({ file, title }: IdTest): string {
  return `${title.replaceAll('|', '\\|')} ([${file}](../apps/demo/e2e/${file}))`;
}

/** End-to-end tests whose title begins with ids, e.g. `FX2: …` or `FX18, FX20: …`. Those that did not run prove nothing. */
function idTests(files: TestReport['testResults']): readonly IdTest[] {
  const tests = files.flatMap(({ name, assertionResults }) =>
    !name.endsWith('.e2e.ts')
      ? []
      : assertionResults
          // Not everybody has the collection of real files, and the page must not depend on it.
          .filter(
            ({ ancestorTitles }) => !ancestorTitles.some((title) => title.startsWith('real files')),
          )
          .filter(({ status }) => status === 'passed' || status === 'failed')
          .flatMap(({ title, status }) =>
            idsOf(title).map((id) => ({
              id,
              file: basename(name),
              title: title.replace(IDS, ''),
              passed: status === 'passed',
            })),
          ),
  );
  return tests.toSorted((a, b) => compare(a.file, b.file));
}

const IDS = /^(?:(?:FX|UP|AP|TD|SS)\d+(?:, | and |: | ))+/u;

function idsOf(title: string): readonly string[] {
  return IDS.exec(title)?.[0].match(/[A-Z]{2}\d+/gu) ?? [];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
