// The public API of the engine, stage by stage in the order of the flow. Types first, then the verbs.

// issue
export { formatError, formatIssue } from './issue/formatIssue.ts';
export { ImportError } from './issue/ImportError.ts';
export type { ImportErrorCode, ImportErrorOptions } from './issue/ImportError.ts';
export type { Issue, IssueParams, IssueSeverity } from './issue/Issue.ts';
export type { IssueCode } from './issue/IssueCode.ts';
export { languageTag } from './issue/IssueLanguage.ts';
export type { IssueLanguage } from './issue/IssueLanguage.ts';
export type { IssueText, IssueTexts } from './issue/IssueTexts.ts';
export { nearestTexts } from './issue/nearestTexts.ts';

// adapter
export { memoryAdapter } from './adapter/memoryAdapter.ts';
export type { MemoryAdapter, MemoryAdapterOptions } from './adapter/memoryAdapter.ts';
export { RECORD_ID } from './adapter/PersistenceAdapter.ts';
export type { RetryOptions } from './adapter/callAdapter.ts';
export type {
  AdapterContext,
  ListRequest,
  ListResult,
  LookupRequest,
  LookupResult,
  NewField,
  Operation,
  OperationOutcome,
  PersistenceAdapter,
  SettingOffer,
  StoredRecord,
  UndoContext,
  UndoReport,
  WriteBatch,
  WriteContext,
} from './adapter/PersistenceAdapter.ts';

// schema
export { choiceOptions } from './schema/choiceOptions.ts';
export { isEmailAddress } from './schema/isEmailAddress.ts';
export { defineSchema } from './schema/defineSchema.ts';
export { entitiesInOrder } from './schema/entitiesInOrder.ts';
export {
  boolean,
  choice,
  date,
  email,
  id,
  number,
  phone,
  reference,
  text,
  url,
} from './schema/fields.ts';
export type { FieldValue, InferRecord } from './schema/InferRecord.ts';
export type { InferSettings, SettingAnswer } from './schema/InferSettings.ts';
export { isListField } from './schema/isListField.ts';
export { parseSchema } from './schema/parseSchema.ts';
export { kindOf, schemaOfKind } from './schema/schemaOfKind.ts';
export { IMPORTER } from './schema/Schema.ts';
export type * from './schema/Schema.ts';
export { emptyAnswer, firstAnswers } from './schema/firstAnswers.ts';
export { settingProblems } from './schema/settingProblems.ts';
export type { SettingProblem } from './schema/settingProblems.ts';
export { shownSettings } from './schema/shownSettings.ts';
export type { ShownSetting } from './schema/shownSettings.ts';
export { templateColumns } from './schema/templateColumns.ts';
export type { TemplateColumn } from './schema/templateColumns.ts';

// source
export { openSource } from './source/openSource.ts';
export type { OpenOptions } from './source/openSource.ts';
export { BLOCK_ROWS, CELL_KINDS } from './source/Block.ts';
export type { Block, CellColumn, CellKind } from './source/Block.ts';
export { columnLetters } from './source/columnLetters.ts';
export {
  ERROR_PROBLEM_HEADER,
  ERROR_ROW_HEADER,
  errorFileColumns,
  isErrorFileHeader,
  originalRow,
} from './source/errorFileColumns.ts';
export type { ErrorFileColumns } from './source/errorFileColumns.ts';
export { escapeFormula, unescapeFormula } from './source/formulaSafety.ts';
export type {
  ReadBlocksOptions,
  ReadOptions,
  SheetInfo,
  Source,
  SourceFormat,
  SourceInput,
  SourceProgress,
} from './source/Source.ts';

// table
export { profileTable } from './table/profileTable.ts';
export type { ProfileOptions } from './table/profileTable.ts';
export { readRows } from './table/readRows.ts';
export type { FileRow, ReadRowsOptions } from './table/readRows.ts';
export { readTable } from './table/readTable.ts';
export type { ReadTableOptions } from './table/readTable.ts';
export type {
  ColumnEvidence,
  ColumnProfile,
  DateOrder,
  Table,
  TableColumn,
} from './table/Table.ts';

// mapping
export { completeness } from './mapping/completeness.ts';
export type { Completeness, DuplicateTarget } from './mapping/completeness.ts';
export { createMapping } from './mapping/createMapping.ts';
export type { CreateMappingOptions, MappedColumn } from './mapping/createMapping.ts';
export { formatQuestion } from './mapping/formatQuestion.ts';
export { applyRememberedMapping } from './mapping/rememberedMapping.ts';
export { SUGGEST_THRESHOLD, suggestMapping } from './mapping/suggestMapping.ts';
export type { SuggestColumn, SuggestOptions } from './mapping/suggestMapping.ts';
export { suggestValues } from './mapping/suggestValues.ts';
export type { ValueSuggestion } from './mapping/suggestValues.ts';
export type {
  CellEdit,
  ColumnFormat,
  ColumnMapping,
  ColumnSuggestion,
  ColumnTarget,
  FieldDefault,
  FieldGuess,
  Mapping,
  SuggestionReason,
  WritePolicy,
} from './mapping/Mapping.ts';

// records
export { formatValue } from './records/formatValue.ts';
export { normalizeKey } from './records/normalizeKey.ts';
export type { GivenValue } from './records/givenValue.ts';
export { readRecords } from './records/readRecords.ts';
export type { ReadRecordsOptions } from './records/readRecords.ts';
export { valuesEqual } from './records/valuesEqual.ts';
export type { EntityRecords, FieldColumn, RecordBlock } from './records/Records.ts';

// validation
export { validateRecords } from './validation/validateRecords.ts';
export type { ValidateOptions } from './validation/validateRecords.ts';

// plan
export { planBlocks } from './plan/planBlocks.ts';
export { planImport } from './plan/planImport.ts';
export { plannedRow } from './plan/plannedRow.ts';
export { wholePlan } from './plan/wholePlan.ts';
export type { PlanOptions } from './plan/PlanRun.ts';
export type { Scratch } from './plan/packed/Scratch.ts';
export { summarizePlan } from './plan/summarizePlan.ts';
export type { PlanCounter } from './plan/summarizePlan.ts';
export { DEFAULT_POLICY, MATCH_KINDS, RECORD_ACTIONS, ROW_STATUSES } from './plan/Plan.ts';
export type {
  EntityCounts,
  EntityPlan,
  FieldChange,
  ImportPolicy,
  IssueGroup,
  KnownRow,
  Plan,
  PlanBlock,
  PlannedRecord,
  PlannedRow,
  PlanSummary,
  RecordAction,
  RowStatus,
} from './plan/Plan.ts';

// commit
export { commitPlan } from './commit/commitPlan.ts';
export type { CommitPlanOptions, CommitResult } from './commit/CommitRun.ts';
export { OUTCOME_ACTIONS } from './commit/OutcomeBlock.ts';
export type { EntityOutcomes, OutcomeBlock } from './commit/OutcomeBlock.ts';
export { rowOutcome } from './commit/rowOutcome.ts';
export { OUTCOME_STATUSES } from './commit/Commit.ts';
export type { CommitProgress, OutcomeStatus, RecordOutcome, RowOutcome } from './commit/Commit.ts';

// report
export { buildReport } from './report/buildReport.ts';
export { collectBytes } from './report/collectBytes.ts';
export { exportRecords } from './report/exportRecords.ts';
export type { ExportOptions } from './report/exportRecords.ts';
export { writeErrorFile } from './report/writeErrorFile.ts';
export type { ErrorFileFormat, ErrorFileOptions, RejectedRow } from './report/writeErrorFile.ts';
export { writeTemplate } from './report/writeTemplate.ts';
export type { TemplateFormat, TemplateOptions, TemplateTexts } from './report/writeTemplate.ts';
export type { Report } from './report/Report.ts';

// importer
export { STEPS } from './importer/ImporterState.ts';
export type {
  CorrectionsTaken,
  EditingState,
  ErrorInfo,
  FileState,
  ImporterEvent,
  ImporterState,
  PlanState,
  ResultState,
  RunningState,
  UndoState,
  Step,
} from './importer/ImporterState.ts';
export type { ImportEntry, ImportStatus, ImportStore } from './importer/ImportStore.ts';
export { groupOf } from './importer/ImportDirectory.ts';
export type {
  DirectoryChange,
  DirectoryQuery,
  ImportDirectory,
  ImportGroup,
  ListedImport,
  ListedStatus,
} from './importer/ImportDirectory.ts';
export { storeDirectory } from './importer/storeDirectory.ts';
export type { StoreDirectoryOptions } from './importer/storeDirectory.ts';
export type { ImportPermissions, Permission, Refusal } from './importer/ImportPermissions.ts';
export { entityPermission, refusalsOf, settingPermission } from './importer/refusalsOf.ts';
export type { Decided } from './importer/refusalsOf.ts';
export { completeRecipe } from './importer/completeRecipe.ts';
export { createImporter } from './importer/createImporter.ts';
export { errorInfo } from './importer/errorInfo.ts';
export type {
  Importer,
  ImporterActions,
  ImporterListener,
  ImporterOptions,
} from './importer/Importer.ts';
export { permittedSchema } from './importer/permittedSchema.ts';
export { createSession } from './importer/createSession.ts';
export type { SessionOptions } from './importer/createSession.ts';
export { extendSchema } from './importer/extendSchema.ts';
export { errorFile } from './importer/errorFile.ts';
export type { ErrorFileContext } from './importer/errorFile.ts';
export { readCorrections } from './importer/readCorrections.ts';
export type { CorrectedFile, Corrections } from './importer/readCorrections.ts';
export { importScope } from './importer/importScope.ts';
export type { ImportScope } from './importer/importScope.ts';
export { planRecipe } from './importer/planRecipe.ts';
export type { PlanRecipeOptions } from './importer/planRecipe.ts';
export { parseRecipe, recipeSchema } from './importer/parseRecipe.ts';
export type { ColumnRecipe, RecipeDraft } from './importer/parseRecipe.ts';
export type { JsonSchema } from './importer/RecipeShape.ts';
export { sampleRecords } from './importer/sampleRecords.ts';
export type { SampleField, SampleRow } from './importer/sampleRecords.ts';
export { createRecipe } from './importer/Recipe.ts';
export type { RowSources } from './importer/rowIndex.ts';
export { storedFile } from './importer/storedFile.ts';
export type { StoredFileOptions } from './importer/storedFile.ts';
export { rowPage } from './importer/rowPage.ts';
export { memoryStore } from './importer/memoryStore.ts';
export type { Recipe } from './importer/Recipe.ts';
export { initialState, reduceImporter } from './importer/reduceImporter.ts';
export type {
  CommitOptions,
  ExportScope,
  GridRow,
  FollowOptions,
  ImportSession,
  PreviewRow,
  RestoredImport,
  RestoredResult,
  RunStatus,
  RowPage,
  RowQuery,
  TableInfo,
  UnknownValue,
} from './importer/Session.ts';
export { kindAtHand } from './importer/kindAtHand.ts';
export { matchParts } from './importer/matchParts.ts';
export {
  answersAtHand,
  blockingIssues,
  missingContexts,
  missingSettings,
  nextStep,
  stepsOf,
} from './importer/steps.ts';
export type { StepInfo } from './importer/steps.ts';
export type { Planned, Written } from './importer/Written.ts';
