/**
 * Paths of the keys that stand twice in one object of a JSON text: `JSON.parse` keeps the last of them and says
 * nothing, so a whole field could vanish from a schema file. The text must be valid JSON.
 */
export function repeatedKeys(json: string): readonly string[] {
  const repeated: string[] = [];
  const open: Level[] = [];
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/gu)) {
    const level = open.at(-1);
    if (token === '{' || token === '[')
      open.push({ keys: token === '{' ? new Set() : null, at: null, index: 0 });
    else if (token === '}' || token === ']') open.pop();
    else if (level === undefined) continue;
    else if (token === ',') nextMember(level);
    else if (level.keys !== null && level.at === null) {
      level.at = JSON.parse(token) as string;
      if (level.keys.has(level.at)) repeated.push(pathOf(open));
      level.keys.add(level.at);
    }
  }
  return repeated;
}

interface Level {
  /** Keys met so far; null in a list. */
  readonly keys: Set<string> | null;
  /** The key whose value is being read; null while one is awaited. */
  at: string | null;
  index: number;
}

function nextMember(level: Level): void {
  level.at = null;
  level.index += 1;
}

function pathOf(open: readonly Level[]): string {
  return open
    .map((level) => (level.keys === null ? `[${level.index}]` : `.${level.at}`))
    .join('')
    .slice(1);
}
