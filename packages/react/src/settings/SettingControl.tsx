import type { Setting, SettingValue } from '@importera/engine';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { RadioCards } from '../controls/RadioCards.tsx';
import { SelectField } from '../controls/SelectField.tsx';
import { SwitchField } from '../controls/SwitchField.tsx';
import { TextField } from '../controls/TextField.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { EmailsField } from './EmailsField.tsx';
import { ManyField } from './ManyField.tsx';
import { settingOptions } from './settingOptions.ts';
import { TagsField } from './TagsField.tsx';

export interface SettingControlProps {
  readonly setting: Setting;
  readonly value: SettingValue;
  readonly disabled: boolean;
  readonly onChange: (value: SettingValue) => void;
}

/** The control a host's setting asks for. */
export function SettingControl(props: SettingControlProps): ReactElement {
  const { setting, value, disabled, onChange } = props;
  const { messages } = useImporterScope();
  const hint = hintOf(setting, value, messages.settings.requiredSetting);
  const common = { label: setting.label, hint, disabled };
  switch (setting.type) {
    case 'switch':
      return <SwitchField {...common} checked={value === true} onChange={onChange} />;
    case 'emails':
      return <EmailsField {...common} value={listOf(value)} onChange={onChange} />;
    case 'tags':
      return (
        <TagsField
          {...common}
          options={setting.options ?? []}
          value={listOf(value)}
          onChange={onChange}
        />
      );
    case 'number':
      return <NumberSettingField {...props} setting={setting} />;
    case 'text':
    case 'date':
      return (
        <TextField
          {...common}
          {...limitsOf(setting)}
          required={setting.required === true}
          value={typeof value === 'string' ? value : ''}
          onChange={(text) => onChange(setting.type === 'date' && text === '' ? null : text)}
        />
      );
    default:
      return <OptionField {...props} setting={setting} />;
  }
}

type OptionSetting = Extract<Setting, { readonly type: 'choice' | 'people' | 'context' }>;

/** Few contexts are seen at once; people and choices are picked from a list. */
const MOST_CARDS = 4;

/** One option or several. What may stay unanswered offers *none*, so that an answer can be taken back. */
function OptionField(
  props: SettingControlProps & { readonly setting: OptionSetting },
): ReactElement {
  const { setting, value, disabled, onChange } = props;
  const { messages } = useImporterScope();
  const options = settingOptions(setting, messages);
  const hint = hintOf(setting, value, messages.settings.requiredSetting);
  const common = { label: setting.label, hint, disabled };
  if (setting.type !== 'context' && setting.multiple === true)
    return <ManyField {...common} options={options} value={listOf(value)} onChange={onChange} />;
  const chosen = typeof value === 'string' ? value : null;
  if (setting.type === 'context' && options.length <= MOST_CARDS) {
    return (
      <RadioCards
        label={setting.label}
        value={chosen ?? ''}
        options={options}
        disabled={disabled}
        onChange={onChange}
      />
    );
  }
  const none = { value: '', label: messages.review.none };
  return (
    <SelectField
      {...common}
      value={chosen}
      placeholder={messages.settings.chooseValue}
      options={setting.type === 'context' || setting.required ? options : [none, ...options]}
      onChange={(next) => onChange(next === '' ? null : next)}
    />
  );
}

/** A number being typed is a text; what is no number stays in the field, and out of the recipe. */
function NumberSettingField(
  props: SettingControlProps & { readonly setting: Extract<Setting, { readonly type: 'number' }> },
): ReactElement {
  const { setting, value, disabled, onChange } = props;
  const { messages } = useImporterScope();
  const stored = typeof value === 'number' ? String(value) : '';
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed !== null && (readNumber(typed) ?? null) === (value ?? null) ? typed : stored;
  function type(next: string): void {
    setTyped(next);
    onChange(readNumber(next));
  }
  const hint = hintOf(setting, value, messages.settings.requiredSetting);
  return (
    <TextField
      label={setting.unit === undefined ? setting.label : `${setting.label} (${setting.unit})`}
      hint={hint}
      disabled={disabled}
      inputMode="decimal"
      required={setting.required === true}
      value={text}
      onChange={type}
    />
  );
}

/** In any of the usual ways of writing one; null where it is none. */
function readNumber(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f]/gu, '').replace(',', '.');
  const number = Number(plain);
  return plain === '' || !Number.isFinite(number) ? null : number;
}

function limitsOf(setting: Extract<Setting, { readonly type: 'text' | 'date' }>): {
  readonly type?: string;
  readonly min?: string;
  readonly max?: string;
  readonly maxLength?: number;
} {
  if (setting.type === 'text')
    return setting.maxLength === undefined ? {} : { maxLength: setting.maxLength };
  return {
    type: 'date',
    ...(setting.min !== undefined && { min: setting.min }),
    ...(setting.max !== undefined && { max: setting.max }),
  };
}

function hintOf(setting: Setting, value: SettingValue, required: string): string | undefined {
  const isNeeded = setting.required === true || setting.type === 'context';
  const hint = [setting.help, isNeeded && isEmpty(value) ? required : null];
  return hint.filter(Boolean).join(' · ') || undefined;
}

function listOf(value: SettingValue): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function isEmpty(value: SettingValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
