import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts', 'src/controls.ts', 'src/locales/sv.ts'],
  platform: 'neutral',
  target: 'es2023',
  fixedExtension: false,
  dts: { oxc: true },
  hash: false,
  // A host with server components may import us from any of them.
  banner: { js: "'use client';" },
});
