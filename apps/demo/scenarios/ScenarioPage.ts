import type { Schema } from '@importera/engine';
import type { ImportWizardProps } from '@importera/react';
import type { ComponentType } from 'react';
import type { IconName } from '../src/shell/Icon.tsx';
import type { SchemaWords } from './inWords.ts';
import type { Localized } from './Localized.ts';
import type { Person } from './Person.ts';

/** What the demo's page must know of a scenario. Plain data; components only where it has places of its own. */
export interface ScenarioPage {
  /** As in `Scenario`. */
  readonly path: string;
  /** The invented product, e.g. `Nordlys` `CRM`. */
  readonly name: readonly [strong: string, soft: string];
  /** The real product whose import it does, and what is special about it; shown on the start page. */
  readonly like: string;
  readonly about: Localized;
  readonly colours: Colours;
  /** Path of the product's mark in a square of 32. */
  readonly mark: string;
  readonly schema: Schema;
  /** What the schema says in Swedish. */
  readonly swedish: SchemaWords;
  /** Records with a place in the menu; the first is the home. */
  readonly lists: readonly RecordListView[];
  /** Places of its own in the menu, after the lists. */
  readonly places?: readonly OwnPlace[];
  /** Where one is after signing in; default: the first list. */
  readonly home?: string;
  /** The import; null where the scenario imports in its own way. */
  readonly wizard: WizardView | null;
}

/** Each as `[light, dark]`. */
export interface Colours {
  readonly accent: readonly [string, string];
  readonly onAccent: readonly [string, string];
  readonly accentSoft: readonly [string, string];
  /** Ground and line of the mark. */
  readonly mark: readonly [ground: string, line: string];
}

/** How records of an entity are listed. */
export interface RecordListView {
  readonly entity: string;
  /** Last part of the address, e.g. `companies`. */
  readonly path: string;
  readonly icon: IconName;
  /** Fields shown beside the name, the first ones on narrow screens too. */
  readonly columns: readonly string[];
  /** Fields that make the name, joined by a space. */
  readonly name: readonly string[];
  /** A choice field the list can be narrowed by: one of its own, or of its parent. */
  readonly filter?: string;
}

export interface OwnPlace {
  readonly path: string;
  readonly icon: IconName;
  readonly label: Localized;
  readonly Page: ComponentType<{ readonly person: Person }>;
}

export interface WizardView {
  readonly intro: Localized;
  readonly samples: readonly SampleFile[];
  /** Offers what is stored as an example file. */
  readonly exports?: boolean;
  /** What of the wizard is set otherwise than usual. */
  readonly props?: Omit<ImportWizardProps, 'importer' | 'schema' | 'session' | 'store' | 'adapter'>;
}

/** A file in the scenario's folder `samples`. */
export interface SampleFile {
  readonly name: string;
  readonly about: Localized;
}
