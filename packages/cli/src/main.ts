#!/usr/bin/env node
import { parseArgs } from 'node:util';

const { positionals } = parseArgs({ allowPositionals: true, strict: false });
process.stdout.write(`${JSON.stringify({ command: positionals[0] ?? null })}\n`);
