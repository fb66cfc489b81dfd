import { answersAtHand, shownSettings } from '@importera/engine';
import type { ShownSetting } from '@importera/engine';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { useImporterState } from '../importer/useImporterState.ts';

/** Settings that stand together under a heading of the host's, or under none. */
export interface SettingGroup {
  readonly group: string | null;
  readonly settings: readonly ShownSetting[];
}

/** The settings that are asked now, and how to answer them. */
export interface Settings {
  /** What the import belongs to: asked before the file. */
  readonly contexts: readonly ShownSetting[];
  /** All others that are asked now, group by group. */
  readonly groups: readonly SettingGroup[];
  readonly disabled: boolean;
  answer(key: string, value: ShownSetting['value']): void;
}

/** The host's questions with their answers so far. */
export function useSettings(): Settings {
  const { importer, readOnly } = useImporterScope();
  const answers = useImporterState(answersAtHand);
  const shown = shownSettings(importer.schema, answers);
  const others = shown.filter(({ setting }) => setting.type !== 'context');
  const groups = [...new Set(others.map(({ setting }) => setting.group ?? null))];
  return {
    contexts: shown.filter(({ setting }) => setting.type === 'context'),
    groups: groups.map((group) => ({
      group,
      settings: others.filter(({ setting }) => (setting.group ?? null) === group),
    })),
    disabled: readOnly,
    answer: (key, value) => importer.dispatch({ type: 'setting-changed', key, value }),
  };
}
