import { defineConfig } from 'tsdown';

const shared = {
  target: 'es2023',
  fixedExtension: false,
  dts: { oxc: true },
  hash: false,
} as const;

export default defineConfig([
  { ...shared, entry: ['src/{index,testing}.ts'], platform: 'neutral' },
  { ...shared, entry: ['src/server.ts'], platform: 'node', clean: false },
  {
    ...shared,
    entry: ['src/react.ts', 'src/react/sv.ts'],
    platform: 'neutral',
    clean: false,
    // A host with server components may import us from any of them.
    banner: { js: "'use client';" },
  },
]);
