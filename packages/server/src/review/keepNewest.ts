/** Keeps the value made last, for as long as the same is asked for; a failure is not kept. */
export function keepNewest<Value>(): (stamp: string, make: () => Promise<Value>) => Promise<Value> {
  let kept: { readonly stamp: string; readonly value: Promise<Value> } | null = null;
  return (stamp, make) => {
    if (kept !== null && kept.stamp === stamp) return kept.value;
    const made = { stamp, value: make() };
    kept = made;
    made.value.catch(() => {
      if (kept === made) kept = null;
    });
    return made.value;
  };
}
