import { useTexts } from '../texts/useTexts.ts';
import { Icon } from './Icon.tsx';
import type { Preferences } from './usePreferences.ts';

/** English or Swedish, light or dark. */
export function PreferenceSwitches({ language, theme, setLanguage, setTheme }: Preferences) {
  const { preferences } = useTexts();
  return (
    <div className="switches">
      <div className="segmented" role="group" aria-label={preferences.language}>
        {(['en', 'sv'] as const).map((code) => (
          <button
            key={code}
            type="button"
            lang={code}
            aria-pressed={language === code}
            onClick={() => setLanguage(code)}
          >
            {code === 'en' ? 'English' : 'Svenska'}
          </button>
        ))}
      </div>
      <div className="segmented" role="group" aria-label={preferences.theme}>
        {(['light', 'dark'] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-label={preferences[name]}
            title={preferences[name]}
            aria-pressed={theme === name}
            onClick={() => setTheme(name)}
          >
            <Icon name={name === 'light' ? 'sun' : 'moon'} />
          </button>
        ))}
      </div>
    </div>
  );
}
