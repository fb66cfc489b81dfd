/** A person's or a company's first letters, as a mark beside the name. */
export function Initials({ name }: { readonly name: string }) {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const letters = words.slice(0, 2).map((word) => word.charAt(0).toLocaleUpperCase('sv'));
  return (
    <span className="initials" aria-hidden="true">
      {letters.join('')}
    </span>
  );
}
