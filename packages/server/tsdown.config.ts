import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/{index,client,parts,s3,testing}.ts'],
  platform: 'node',
  target: 'es2023',
  fixedExtension: false,
  dts: { oxc: true },
  hash: false,
});
