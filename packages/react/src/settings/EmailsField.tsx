import { isEmailAddress } from '@importera/engine';
import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useImporterScope } from '../importer/ImporterScope.tsx';
import { ChipsField } from './ChipsField.tsx';

export interface EmailsFieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: readonly string[];
  readonly disabled: boolean;
  readonly onChange: (value: readonly string[]) => void;
}

/** Several e-mail addresses; one with a slip stays where it is typed. */
export function EmailsField(props: EmailsFieldProps): ReactElement {
  const { settings: text } = useImporterScope().messages;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);

  function add(): void {
    const parts = typed.split(/[\s,;]+/).filter(Boolean);
    const bad = parts.find((part) => !isEmailAddress(part)) ?? null;
    setWrong(bad);
    if (bad !== null || parts.length === 0) return;
    props.onChange([...new Set([...props.value, ...parts])]);
    setTyped('');
  }
  return (
    <ChipsField
      {...props}
      isEmail
      hint={props.hint ?? text.emailsHint}
      error={wrong === null ? null : text.emailInvalid(wrong)}
      typed={typed}
      removeLabel={text.removeEmail}
      onType={setTyped}
      onAdd={add}
    />
  );
}
