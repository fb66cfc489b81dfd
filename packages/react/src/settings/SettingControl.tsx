import type { Setting, SettingValue } from '@importera/engine';
import type { ReactElement } from 'react';
import { CheckboxField } from '../controls/CheckboxField.tsx';
import { SelectField } from '../controls/SelectField.tsx';
import { SwitchField } from '../controls/SwitchField.tsx';
import { TextField } from '../controls/TextField.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { namedOptions } from '../match/fieldNames.ts';
import { EmailsField } from './EmailsField.tsx';

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
  const required = setting.required && isEmpty(value) ? messages.settings.requiredSetting : null;
  const hint = [setting.help, required].filter(Boolean).join(' · ') || undefined;
  const common = { label: setting.label, hint, disabled };
  switch (setting.type) {
    case 'switch':
      return <SwitchField {...common} checked={value === true} onChange={onChange} />;
    case 'emails':
      return <EmailsField {...common} value={listOf(value)} onChange={onChange} />;
    case 'text':
      return (
        <TextField
          {...common}
          required={setting.required === true}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
        />
      );
    case 'choice':
      return setting.multiple ? (
        <ManyChoices {...props} setting={setting} />
      ) : (
        <SelectField
          {...common}
          value={typeof value === 'string' ? value : null}
          placeholder={messages.settings.chooseValue}
          options={choiceOptions(setting, messages.review.none)}
          onChange={(chosen) => onChange(chosen === '' ? null : chosen)}
        />
      );
  }
}

type ChoiceSetting = Extract<Setting, { readonly type: 'choice' }>;

/** A setting that may stay unanswered offers *none*, so that an answer can be taken back. */
function choiceOptions(
  setting: ChoiceSetting,
  none: string,
): readonly { readonly value: string; readonly label: string }[] {
  const options = namedOptions(setting.options);
  return setting.required ? options : [{ value: '', label: none }, ...options];
}

function ManyChoices(
  props: SettingControlProps & { readonly setting: ChoiceSetting },
): ReactElement {
  const { setting, disabled, onChange } = props;
  const chosen = listOf(props.value);
  const toggle = (value: string, on: boolean): void =>
    onChange(on ? [...chosen, value] : chosen.filter((each) => each !== value));
  return (
    <fieldset className="importera-fieldset">
      <legend className="importera-label">{setting.label}</legend>
      {setting.help && <p className="importera-hint">{setting.help}</p>}
      <div className="importera-check-grid">
        {namedOptions(setting.options).map(({ value, label }) => (
          <CheckboxField
            key={value}
            label={label}
            checked={chosen.includes(value)}
            disabled={disabled}
            onChange={(on) => toggle(value, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function listOf(value: SettingValue): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

function isEmpty(value: SettingValue): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
