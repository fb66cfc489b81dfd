/** Counts things in one language; `#` stands for the number. */
export type Count = (
  amount: number,
  forms: { readonly one: string; readonly other: string },
) => string;

export function pluralize(language: string): Count {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (amount, forms) =>
    (rules.select(amount) === 'one' ? forms.one : forms.other).replace('#', numbers.format(amount));
}
