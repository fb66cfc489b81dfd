import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/{index,testing}.ts'],
  platform: 'neutral',
  target: 'es2023',
  fixedExtension: false,
  dts: { oxc: true },
  hash: false,
});
