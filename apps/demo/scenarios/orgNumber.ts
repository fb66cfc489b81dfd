/** Nine digits and their check digit, written `559100-4009`. */
export function orgNumber(nine: number): string {
  const digits = Array.from(String(nine), Number);
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  const all = `${nine}${(10 - (sum % 10)) % 10}`;
  return `${all.slice(0, 6)}-${all.slice(6)}`;
}
