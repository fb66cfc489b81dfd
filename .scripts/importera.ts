import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { root } from './workspace.ts';

// The command line from its sources, without a build. What Node makes of the TypeScript is kept, so
// only the first start is slow. Files are named from where the person stands, not from the root.
enableCompileCache(join(root, 'node_modules/.cache/node'));
process.chdir(process.env['INIT_CWD'] ?? process.cwd());

await import('../packages/cli/src/main.ts');
