import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/{index,client}.ts'],
  platform: 'node',
  target: 'es2023',
  fixedExtension: false,
  dts: { oxc: true },
  hash: false,
});
