import { Combobox } from '@base-ui/react/combobox';
import type { FieldRef, Schema } from '@importera/engine';
import { useMemo, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../controls/Icon.tsx';
import { PopupRoot } from '../controls/Popup.tsx';
import { classes } from '../controls/classes.ts';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import type { Messages } from '../locales/Locale.ts';
import { fieldLabel } from './fieldNames.ts';
import { RefusedEntities } from './RefusedEntities.tsx';

/** What can be picked: a field, nothing, or a field to be made. */
export type PickerChoice =
  | ({ readonly kind: 'field' } & FieldRef)
  | { readonly kind: 'ignore' }
  | { readonly kind: 'new-field'; readonly entity: string };

interface PickerItem {
  readonly id: string;
  readonly choice: PickerChoice;
  readonly label: string;
  readonly help: string | undefined;
  /** Everything the search looks through. */
  readonly words: string;
  readonly required: boolean;
  readonly taken: string | null;
}
interface PickerGroup {
  readonly label: string;
  /** Its heading would say what its only item says. */
  readonly hidden?: boolean;
  readonly items: readonly PickerItem[];
}

/** A picker is controlled: the host keeps the value. */
export interface FieldPickerProps {
  readonly label: string;
  readonly value: PickerChoice | null;
  /** Shown in the closed control; the picked field's label by default. */
  readonly valueText?: string | null;
  /** Said under the value, e.g. the entity. */
  readonly detail?: string | null;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Offers *do not import* and *new field*, which only make sense for a column. */
  readonly forColumn?: boolean;
  /** The column that fills a field already, by field. */
  readonly takenBy?: ((field: FieldRef) => string | null) | undefined;
  /** Only fields of these; all by default. */
  readonly entities?: readonly string[] | undefined;
  readonly icon?: ReactNode;
  readonly className?: string;
  readonly onPick: (choice: PickerChoice) => void;
}

/** Picks a field: searchable by label, alias and help, grouped by entity. */
export function FieldPicker(props: FieldPickerProps): ReactElement {
  const { importer, messages } = useImporterScope();
  const { value, forColumn = false, takenBy, entities } = props;
  const { schema } = importer;
  const [open, setOpen] = useState(false);
  // A file may have hundreds of columns: only an open picker needs its list.
  const groups = useMemo(
    () => (open ? pickerGroups(schema, messages, { forColumn, takenBy, entities }) : []),
    [open, schema, messages, forColumn, takenBy, entities],
  );
  const selected = useMemo(() => selectedItem(schema, messages, value), [schema, messages, value]);
  return (
    <Combobox.Root
      items={groups}
      value={selected}
      open={open}
      onOpenChange={(next) => setOpen(next)}
      disabled={props.disabled ?? false}
      autoHighlight
      isItemEqualToValue={(a: PickerItem, b: PickerItem) => a.id === b.id}
      itemToStringLabel={(item: PickerItem) => item.label}
      filter={(item: PickerItem, query: string) => matches(item, query)}
      onValueChange={(item) => item && props.onPick(item.choice)}
    >
      <Combobox.Trigger
        className={classes('importera-select', props.className)}
        aria-label={`${props.label}: ${props.valueText ?? selected?.label ?? props.placeholder ?? ''}`}
        data-empty={selected === null || undefined}
      >
        {props.icon}
        <span className="importera-select-body">
          <span className="importera-select-value">
            {props.valueText ?? selected?.label ?? props.placeholder}
          </span>
          {props.detail && <span className="importera-select-detail">{props.detail}</span>}
        </span>
        <Combobox.Icon className="importera-select-icon">
          <Icon name="chevronDown" />
        </Combobox.Icon>
      </Combobox.Trigger>
      <PickerPopup label={props.label} />
    </Combobox.Root>
  );
}

function PickerPopup(props: { readonly label: string }): ReactElement {
  const { messages } = useImporterScope();
  return (
    <Combobox.Portal render={<PopupRoot />}>
      <Combobox.Positioner className="importera-positioner" align="start" sideOffset={6}>
        <Combobox.Popup className="importera-popup importera-picker" aria-label={props.label}>
          <div className="importera-picker-search">
            <Icon name="search" />
            <Combobox.Input
              className="importera-picker-input"
              placeholder={messages.match.search}
              aria-label={messages.match.search}
            />
          </div>
          <Combobox.Empty className="importera-picker-empty">
            {messages.match.noResults}
          </Combobox.Empty>
          <Combobox.List className="importera-options">
            {(group: PickerGroup) => (
              <Combobox.Group key={group.label} items={group.items}>
                <Combobox.GroupLabel
                  className={group.hidden ? 'importera-visually-hidden' : 'importera-options-title'}
                >
                  {group.label}
                </Combobox.GroupLabel>
                <Combobox.Collection>
                  {(item: PickerItem) => <PickerOption key={item.id} item={item} />}
                </Combobox.Collection>
              </Combobox.Group>
            )}
          </Combobox.List>
          <RefusedEntities />
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  );
}

function PickerOption({ item }: { readonly item: PickerItem }): ReactElement {
  const { messages } = useImporterScope();
  return (
    <Combobox.Item className="importera-option" value={item} data-kind={item.choice.kind}>
      <span className="importera-option-body">
        <span className="importera-option-label">
          {item.label}
          {item.required && <span className="importera-tag">{messages.match.required}</span>}
        </span>
        {item.help && <span className="importera-option-help">{item.help}</span>}
        {item.taken !== null && (
          <span className="importera-option-help">{messages.match.takenBy(item.taken)}</span>
        )}
      </span>
      <Combobox.ItemIndicator className="importera-option-tick">
        <Icon name="check" />
      </Combobox.ItemIndicator>
    </Combobox.Item>
  );
}

function pickerGroups(
  schema: Schema,
  messages: Messages,
  options: Pick<FieldPickerProps, 'forColumn' | 'takenBy' | 'entities'>,
): PickerGroup[] {
  const text = messages.match;
  const offered = Object.entries(schema.entities).filter(
    ([entity]) => options.entities?.includes(entity) ?? true,
  );
  const groups = offered.map(([entity, definition]): PickerGroup => {
    const items = Object.entries(definition.fields).map(
      ([field, { label, help, aliases, required }]): PickerItem => ({
        id: `${entity}.${field}`,
        choice: { kind: 'field', entity, field },
        label,
        help,
        words: [label, field, definition.label, ...(aliases ?? [])].join(' ').toLocaleLowerCase(),
        required: required === true,
        taken: options.takenBy?.({ entity, field }) ?? null,
      }),
    );
    const added =
      options.forColumn && definition.extendable
        ? [newFieldItem(entity, definition.label, text)]
        : [];
    return { label: definition.label, items: [...items, ...added] };
  });
  return options.forColumn ? [ignoreGroup(text), ...groups] : groups;
}

function ignoreGroup(text: Messages['match']): PickerGroup {
  return {
    label: text.field,
    hidden: true,
    items: [plainItem('ignore', { kind: 'ignore' }, text.ignore, text.ignoreHelp)],
  };
}

function newFieldItem(entity: string, label: string, text: Messages['match']): PickerItem {
  return plainItem(
    `${entity}+`,
    { kind: 'new-field', entity },
    text.newFieldIn(label),
    text.newFieldHelp,
  );
}

function plainItem(id: string, choice: PickerChoice, label: string, help: string): PickerItem {
  return {
    id,
    choice,
    label,
    help,
    words: label.toLocaleLowerCase(),
    required: false,
    taken: null,
  };
}

/** Every word of the query must be found. */
function matches(item: PickerItem, query: string): boolean {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => item.words.includes(word));
}

/** The picked item as the closed control shows it, made without the whole list. */
function selectedItem(
  schema: Schema,
  messages: Messages,
  value: PickerChoice | null,
): PickerItem | null {
  if (value === null) return null;
  if (value.kind === 'ignore') return plainItem('ignore', value, messages.match.ignore, '');
  if (value.kind === 'new-field') return plainItem(`${value.entity}+`, value, '', '');
  return plainItem(`${value.entity}.${value.field}`, value, fieldLabel(schema, value), '');
}
