/** The forms of a counted noun; `#` stands for the number. */
export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** Counts things in one language, e.g. `count(2, { one: '# row', other: '# rows' })`. */
export type Count = (amount: number, forms: PluralForms) => string;

export function pluralize(language: string): Count {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (amount, forms) => {
    const form = rules.select(amount) === 'one' ? forms.one : forms.other;
    return form.replace('#', numbers.format(amount));
  };
}
