import { availableParallelism } from 'node:os';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defaultClientConditions, defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './.scripts/chromium.ts';

// Packages are tested from their sources, without a build: see "importera-source" in each `exports`.
const client = { conditions: ['importera-source', ...defaultClientConditions] };
const server = { conditions: ['importera-source', ...defaultServerConditions] };

const launchOptions = await chromiumLaunchOptions();
// A new object for each project: Vitest writes the project's name into it.
const inChromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions }),
  instances: [{ browser: 'chromium' as const }],
});

const cores = availableParallelism();

// Databases and browsers start inside tests, on machines with two cores that do other things too.
const patience = {
  testTimeout: 40_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 10_000 } },
};

export default defineConfig({
  test: {
    maxWorkers: cores,
    projects: [
      {
        resolve: server,
        ssr: { resolve: server },
        test: {
          name: 'unit',
          ...patience,
          // Much of them is waiting for databases and processes.
          maxWorkers: Math.min(cores * 2, cores + 4),
          sequence: { groupOrder: 1 },
          include: [
            'packages/**/src/**/*.test.{ts,tsx}',
            'apps/*/{src,server}/**/*.test.ts',
            '.scripts/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.browser.test.*'],
        },
      },
      {
        plugins: [react()],
        resolve: client,
        optimizeDeps: { entries: ['packages/{react,engine}/src/**/*.{ts,tsx}'] },
        test: {
          name: 'browser',
          ...patience,
          include: ['packages/**/src/**/*.browser.test.{ts,tsx}'],
          browser: inChromium(),
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        test: { name: 'stories', ...patience, browser: inChromium() },
      },
      {
        test: {
          name: 'e2e',
          include: ['apps/demo/e2e/**/*.e2e.ts'],
          globalSetup: 'apps/demo/e2e/prepareDemo.ts',
          // A demo for each worker, a browser for each file.
          maxWorkers: Math.min(cores + 1, 4),
          sequence: { groupOrder: 2 },
          ...patience,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
