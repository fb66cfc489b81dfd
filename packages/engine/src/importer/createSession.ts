import { ImportError } from '../issue/ImportError.ts';
import type { AdapterContext, PersistenceAdapter } from '../adapter/PersistenceAdapter.ts';
import { commitPlan } from '../commit/commitPlan.ts';
import { suggestMapping } from '../mapping/suggestMapping.ts';
import type { Plan } from '../plan/Plan.ts';
import { planImport } from '../plan/planImport.ts';
import { readRecords } from '../records/readRecords.ts';
import type { Report } from '../report/Report.ts';
import { writeTemplate } from '../report/writeTemplate.ts';
import type { Schema } from '../schema/Schema.ts';
import { openSource } from '../source/openSource.ts';
import type { ReadOptions, Source, SourceInput } from '../source/Source.ts';
import { profileTable } from '../table/profileTable.ts';
import { readTable } from '../table/readTable.ts';
import { validateRecords } from '../validation/validateRecords.ts';
import { rememberBlocks } from './rememberBlocks.ts';
import type { RememberedTable } from './rememberBlocks.ts';
import type { Recipe } from './Recipe.ts';
import type { CommitOptions, ImportSession, TableInfo } from './Session.ts';
import { tableInfo } from './tableInfo.ts';
import { unknownValues } from './unknownValues.ts';

export interface SessionOptions {
  readonly schema: Schema;
  /** Where records are looked up and written. */
  readonly adapter: PersistenceAdapter;
}
