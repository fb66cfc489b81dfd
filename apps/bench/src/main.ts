import { againstPapaparse } from './againstPapaparse.ts';
import { conversion } from './conversion.ts';
import { inBrowser } from './inBrowser.ts';

/** Comparisons by name: `npm run bench -- parse` runs one, `npm run bench` all. */
const COMPARISONS: Readonly<Record<string, () => Promise<void>>> = {
  parse: againstPapaparse,
  conversion,
  browser: inBrowser,
};

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(COMPARISONS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`# ${name}`);
  await run();
}
