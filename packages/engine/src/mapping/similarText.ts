/** Shorter texts have too many neighbours. */
const SHORTEST = 4;
const MOST = 60;

/** Share (0–1) of two texts that is the same, by edits of one letter; swapped neighbours count once. */
export function similarText(a: string, b: string): number {
  if (a === b) return 1;
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < SHORTEST || longer > MOST) return 0;
  const allowed = Math.floor(longer * 0.25);
  if (Math.abs(a.length - b.length) > allowed) return 0;
  const edits = editDistance(a, b);
  return edits > allowed ? 0 : 1 - edits / longer;
}

function editDistance(a: string, b: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(
        (above[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (above[j - 1] as number) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (twoAbove[j - 2] as number) + 1);
      }
      row.push(least);
    }
    twoAbove = above;
    above = row;
  }
  return above[b.length] as number;
}
