import type { ShownSetting } from '@importera/engine';
import type { ReactElement } from 'react';
import { SettingControl } from './SettingControl.tsx';
import type { Settings } from './useSettings.ts';

export interface SettingControlsProps extends Pick<Settings, 'disabled' | 'answer'> {
  readonly settings: readonly ShownSetting[];
}

/** The controls of several settings, one under the other. */
export function SettingControls(props: SettingControlsProps): ReactElement {
  const { settings, disabled, answer } = props;
  return (
    <>
      {settings.map(({ key, setting, value }) => (
        <SettingControl
          key={key}
          setting={setting}
          value={value}
          disabled={disabled}
          onChange={(next) => answer(key, next)}
        />
      ))}
    </>
  );
}
