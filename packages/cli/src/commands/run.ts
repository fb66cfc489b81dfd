import type { Report } from '@importera/engine';
import { CliError } from '../CliError.ts';
import { counted } from '../counted.ts';
import { openErrorFile } from '../openErrorFile.ts';
import { checkAnswered, openImport } from '../openImport.ts';
import { readSchema } from '../readJson.ts';
import type { Command } from '../runCli.ts';
import { openTarget } from '../targets/openTarget.ts';
import { textsFor } from '../textsFor.ts';

/** `importera run`: the whole import, into a target. */
export const run: Command = async (args, { stdout }) => {
  if (args.to === null) {
    throw new CliError(
      'This command needs a target: --to memory:, ndjson:PATH, pglite:DIR or postgres://….',
    );
  }
  const start = performance.now();
  const schema = await readSchema(args);
  const errors = await openErrorFile(args);
  const target = await openTarget(args.to, schema).catch(async (error: unknown) => {
    await errors?.close();
    throw error;
  });
  try {
    const opened = await openImport(args, schema, target.adapter);
    const { session, recipe } = opened;
    checkAnswered(opened);
    await session.plan(recipe);
    const committed = await session.commit({ importId: crypto.randomUUID() });
    // The whole way counts, from the file to the last record.
    const report = { ...committed, seconds: round((performance.now() - start) / 1000) };
    if (report.error !== null) throw new CliError(report.error.message);
    await target.save();
    await errors?.write(await session.errorFile(errors.format, textsFor(args)));
    if (args.json) stdout.write(`${JSON.stringify(summarize(report))}\n`);
    else {
      const held = await session.rows({ outcomes: ['pending'], offset: 0, limit: 1 });
      stdout.write(describe(report, held.total, args.errors));
    }
    return report.rejected > 0 ? 1 : 0;
  } finally {
    await errors?.close();
    await target.close();
  }
};

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

function summarize(report: Report): object {
  const { importId, rows, created, updated, unchanged, skipped, rejected, seconds } = report;
  return { importId, rows, created, updated, unchanged, skipped, rejected, seconds };
}

/**
 * What a person reads. The rows add up; records are counted by themselves.
 * @param held rows that are not wrong, but were not written either: all or nothing, and another row was wrong.
 */
function describe(report: Report, held: number, errorFile: string | null): string {
  const { rows, skipped, rejected, seconds } = report;
  const counts = (name: string, byEntity: Readonly<Record<string, number>>): readonly string[] =>
    Object.entries(byEntity).map(([entity, count]) => `  ${count} ${entity} ${name}`);
  const sums = [
    `${rows - skipped - rejected - held} taken`,
    `${skipped} skipped`,
    `${rejected} rejected`,
    ...(held === 0 ? [] : [`${held} held back`]),
  ];
  return [
    `${counted(rows, 'row')} in ${seconds.toFixed(1)} s: ${sums.join(', ')}`,
    ...counts('created', report.created),
    ...counts('updated', report.updated),
    ...counts('unchanged', report.unchanged),
    ...(errorFile === null ? [] : [`Wrote ${counted(rejected + held, 'row')} to ${errorFile}`]),
    '',
  ].join('\n');
}
