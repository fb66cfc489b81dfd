import { formatIssue } from '../issue/formatIssue.ts';
import { ImportError } from '../issue/ImportError.ts';
import type { RecordBlock } from '../records/Records.ts';

/**
 * Lets records pass, unless a default can not be read as its field's type: it would be left out of every row in silence.
 * @throws {ImportError} `recipe-invalid`
 */
export async function* checkDefaults(
  records: AsyncIterable<RecordBlock>,
): AsyncIterable<RecordBlock> {
  for await (const block of records) {
    const wrong = block.issues.find(
      ({ row, severity, params }) =>
        row === undefined && severity === 'error' && params['default'] === true,
    );
    if (wrong !== undefined) {
      const field = `${wrong.entity ?? ''}.${wrong.field ?? ''}`;
      throw new ImportError(
        'recipe-invalid',
        `The default of "${field}" can not be read. ${formatIssue(wrong)} Correct the default, or take it out.`,
        { params: { field } },
      );
    }
    yield block;
  }
}
