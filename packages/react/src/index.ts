// The public API: the ready-made wizard, then steps, parts and hooks, screen by screen.

// wizard
export { ImportDialog } from './wizard/ImportDialog.tsx';
export type { ImportDialogProps } from './wizard/ImportDialog.tsx';
export { ImportWizard } from './wizard/ImportWizard.tsx';
export type { ChangeDetails, ImportWizardProps, WizardViewProps } from './wizard/ImportWizard.tsx';
export { ImportContext } from './wizard/ImportContext.tsx';
export { StepHeading } from './wizard/StepHeading.tsx';
export { useAdvance } from './wizard/useAdvance.ts';
export type { Advance } from './wizard/useAdvance.ts';
export { useSteps } from './wizard/useSteps.ts';
export type { Steps } from './wizard/useSteps.ts';
export { WizardFooter } from './wizard/WizardFooter.tsx';
export { WizardSteps } from './wizard/WizardSteps.tsx';

// importer
export { ImporterProvider, useImporterScope } from './importer/ImporterScope.tsx';
export type { ImporterScope, ImporterScopeProps } from './importer/ImporterScope.tsx';
export { useImporter } from './importer/useImporter.ts';
export { useImporterState, useOpenState } from './importer/useImporterState.ts';
export type { OpenState } from './importer/useImporterState.ts';

// file
export { ExportLinks } from './file/ExportLinks.tsx';
export { FileDropzone } from './file/FileDropzone.tsx';
export { FileNeeds } from './file/FileNeeds.tsx';
export { StartChoices } from './file/StartChoices.tsx';
export { FileStep } from './file/FileStep.tsx';
export { PasteArea } from './file/PasteArea.tsx';
export { TemplateLinks } from './file/TemplateLinks.tsx';
export { useFileDrop } from './file/useFileDrop.ts';
export type { FileDrop, FileDropOptions, FileDropState, FileReason } from './file/useFileDrop.ts';

// table
export { FirstRecord } from './table/FirstRecord.tsx';
export { ReadOptionsPanel } from './table/ReadOptionsPanel.tsx';
export { TablePreviewGrid } from './table/TablePreviewGrid.tsx';
export { TableStep } from './table/TableStep.tsx';
export { useTablePreview } from './table/useTablePreview.ts';
export type { PreviewRowState, TablePreview } from './table/useTablePreview.ts';

// match
export { FieldPicker } from './match/FieldPicker.tsx';
export type { FieldPickerProps, PickerChoice } from './match/FieldPicker.tsx';
export { MappingGrid, useMappingGridContext, useMappingRow } from './match/MappingGrid.tsx';
export { useMatchPart } from './match/useMatchPart.ts';
export type { MatchPart } from './match/useMatchPart.ts';
export { MatchStep } from './match/MatchStep.tsx';
export { RecordPreview } from './match/RecordPreview.tsx';
export { useMappingGrid } from './match/useMappingGrid.ts';
export type {
  MappingGridOptions,
  MappingGridState,
  MappingReason,
  MappingRow,
  MappingRowState,
  MissingField,
} from './match/useMappingGrid.ts';
export { useRecordPreview } from './match/useRecordPreview.ts';
export type { PreviewEntity, PreviewField, RecordPreviewState } from './match/useRecordPreview.ts';

// values
export { useValueMapping } from './values/useValueMapping.ts';
export type {
  ValueColumn,
  ValueDecision,
  ValueMapping,
  ValueRow,
} from './values/useValueMapping.ts';
export { ValuesStep } from './values/ValuesStep.tsx';

// settings
export { DefaultValues } from './settings/DefaultValues.tsx';
export { SettingControl } from './settings/SettingControl.tsx';
export { ManyField } from './settings/ManyField.tsx';
export type { ManyFieldProps } from './settings/ManyField.tsx';
export { TagsField } from './settings/TagsField.tsx';
export type { TagsFieldProps } from './settings/TagsField.tsx';
export { useSettings } from './settings/useSettings.ts';
export type { SettingGroup, Settings } from './settings/useSettings.ts';
export { ValueSources } from './settings/ValueSources.tsx';
export { SettingsStep } from './settings/SettingsStep.tsx';

// grid
export { RowGrid } from './grid/RowGrid.tsx';
export type { RowGridProps } from './grid/RowGrid.tsx';
export type { RowFilter } from './grid/rowPages.ts';
export { useRowGrid } from './grid/useRowGrid.ts';
export type { EditReason, RowGridOptions, RowGridState } from './grid/useRowGrid.ts';
export type { CellPlace } from './grid/useGridWindow.ts';

// review
export { IssueList } from './review/IssueList.tsx';
export { RecipeSummary } from './review/RecipeSummary.tsx';
export { ReviewSamples } from './review/ReviewSamples.tsx';
export { ReviewStep } from './review/ReviewStep.tsx';
export { useIssueFix } from './review/useIssueFix.ts';
export { usePlan } from './review/usePlan.ts';
export type { PlanView } from './review/usePlan.ts';

// import and result
export { ImportStep } from './progress/ImportStep.tsx';
export { EntityCounts } from './result/EntityCounts.tsx';
export { ResultStep } from './result/ResultStep.tsx';
export type { ResultStepProps } from './result/ResultStep.tsx';
export { useCorrections } from './result/useCorrections.ts';

// hub
export { ImportHub } from './hub/ImportHub.tsx';
export type { ImportHubProps } from './hub/ImportHub.tsx';
export { createImportList } from './hub/importList.ts';
export type {
  ImportList,
  ImportListOptions,
  ImportListState,
  ListAction,
  ListFailure,
  ListGroup,
} from './hub/importList.ts';
export { useImportHub } from './hub/useImportHub.ts';
export type { ImportHubOptions, ImportHubState } from './hub/useImportHub.ts';
export { useImportList } from './hub/useImportList.ts';

// bell
export { ImportBell } from './bell/ImportBell.tsx';
export type { BellLinks, ImportBellProps } from './bell/ImportBell.tsx';
export type { BellMarks, BellMemory } from './bell/bellMarks.ts';
export { useImportBell } from './bell/useImportBell.ts';
export type { ImportBellOptions, ImportBellState } from './bell/useImportBell.ts';

// undo
export { UndoDialog } from './undo/UndoDialog.tsx';
export type { UndoDialogProps } from './undo/UndoDialog.tsx';
export { UndoButton } from './undo/UndoButton.tsx';
export { UndoingNotice } from './undo/UndoingNotice.tsx';
export { useUndo } from './undo/useUndo.ts';
export type { UndoSource, UndoState } from './undo/useUndo.ts';

// permissions
export { PermissionNotice } from './permissions/PermissionNotice.tsx';
export { WizardPermissions } from './permissions/WizardPermissions.tsx';

// appearance; that of controls alone is in `@importera/react/controls`
export { ScreenProvider, useScreen } from './appearance/ScreenScope.tsx';
export type { ScreenScope, ScreenScopeProps } from './appearance/ScreenScope.tsx';
export type { ToldIssue } from './appearance/ToldIssue.ts';

// locales; Swedish is in `@importera/react/locales/sv`
export { en } from './locales/en.ts';
export type { Locale, MessageOverrides, Messages } from './locales/Locale.ts';
