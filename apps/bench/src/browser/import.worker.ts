import { memoryAdapter } from '@importera/engine';
import { serveImporter } from '@importera/engine/worker';
import Papa from 'papaparse';
import { customerSchema } from '../customerSchema.ts';

// The same worker also parses with papaparse alone when asked: what the import is compared with.
if (self.name === 'papaparse') {
  self.addEventListener('message', async ({ data }: MessageEvent<File>) => {
    const start = performance.now();
    const { length } = Papa.parse(await data.text()).data;
    self.postMessage({ rows: length, milliseconds: performance.now() - start });
  });
} else {
  serveImporter({ schema: customerSchema, adapter: memoryAdapter(customerSchema) });
}
