// Controls and what they need, for screens that are no part of the wizard: other packages' and a host's own.
export { AppearanceProvider, useAppearance } from './appearance/AppearanceScope.tsx';
export type { Appearance } from './appearance/AppearanceScope.tsx';
export { Button, IconButton } from './controls/Button.tsx';
export type { ButtonProps, IconButtonProps } from './controls/Button.tsx';
export { Icon } from './controls/Icon.tsx';
export type { IconName } from './controls/Icon.tsx';
export { Notice } from './controls/Notice.tsx';
export type { NoticeProps, Tone } from './controls/Notice.tsx';
export { RadioCards } from './controls/RadioCards.tsx';
export type { RadioCardsProps } from './controls/RadioCards.tsx';
export { SelectField } from './controls/SelectField.tsx';
export type { SelectFieldProps, SelectOption } from './controls/SelectField.tsx';
export { formatsOf } from './locales/formatsOf.ts';
export type { Formats, PluralForms } from './locales/formatsOf.ts';
