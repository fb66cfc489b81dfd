import { builtinModules } from 'node:module';
import { defineConfig, type DummyRuleMap } from 'oxlint';

/**
 * The engine's folders in the order of the flow: a folder may import those before it, never those
 * after it. `issue` and `adapter` are no stages: they stand before everything that may import them
 * (an adapter compares keys by `records/normalizeKey`).
 */
const stages = [
  'issue',
  'schema',
  'source',
  'table',
  'mapping',
  'records',
  'adapter',
  'validation',
  'plan',
  'commit',
  'report',
  'importer',
  'worker',
] as const;

const engine = '**/packages/engine/src';
const tests = '*.{test,test-d,bench}.{ts,tsx}';

// A later override replaces an earlier rule, so each list below is built in full.
const restrictImports = (patterns: { regex: string; message: string }[]): DummyRuleMap => ({
  'no-restricted-imports': ['error', { patterns }],
});

const headless = {
  regex: '^(react|react-dom|@importera)(/|$)',
  message: 'The engine is headless: it knows no renderer and no package built on it.',
};
const noNode = {
  regex: `^(node:.+|(${builtinModules.join('|')})(/.*)?)$`,
  message: 'The engine runs in browsers and workers too: no node modules.',
};
const noEntry = {
  regex: String.raw`^(\.\./)+(index|excel|worker|testing)(\.ts)?$`,
  message: 'Import the file that has it, not an entry of the package.',
};
const noTesting = {
  regex: String.raw`^(\.\./)+testing/`,
  message: 'What tests need stays out of what ships.',
};
const noLaterThan = (stage: (typeof stages)[number]) => {
  const later = stages.slice(stages.indexOf(stage) + 1);
  if (later.length === 0) return [];
  return [
    {
      regex: String.raw`^(\.\./)+(${later.join('|')})(/|$)`,
      message: `${stage} comes before it in the flow. See "stages" in oxlint.config.ts.`,
    },
  ];
};

// What `lib: ["webworker"]` and `types: []` already turn into compile errors, said by name.
const hostGlobals = [
  'document',
  'window',
  'localStorage',
  'sessionStorage',
  'HTMLElement',
  'DOMParser',
  'process',
  'Buffer',
  'global',
  'require',
  '__dirname',
  'setImmediate',
];

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  env: { builtin: true },
  options: { denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['**/dist', '**/fixtures', 'storybook-static', 'coverage'],
  rules: {
    // Size: aim lower, these are the points where a reader gets lost.
    'max-lines': ['error', { max: 400 }],
    'max-lines-per-function': ['error', { max: 80, skipComments: true, IIFEs: true }],
    'max-params': ['error', { max: 4 }],
    'max-depth': ['error', { max: 4 }],
    complexity: ['error', { max: 20 }],

    // One way to write it.
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'prefer-const': 'error',
    'object-shorthand': 'error',
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-duplicates': 'error',
    'import/no-mutable-exports': 'error',
    'typescript/consistent-type-definitions': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/ban-ts-comment': 'error',
    'unicorn/filename-case': ['error', { cases: { camelCase: true, pascalCase: true } }],
    'unicorn/prefer-node-protocol': 'error',

    // Streams and ordered batches wait on purpose; helpers stand below what they serve.
    'no-await-in-loop': 'off',
    'no-underscore-dangle': 'off',
    'no-shadow': 'off',
    'import/no-unassigned-import': 'off',
    'import/no-named-as-default-member': 'off',
    'no-control-regex': 'off',
    'no-unmodified-loop-condition': 'off',
    'oxc/no-map-spread': 'off',
    'typescript/consistent-return': 'off',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/unbound-method': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'unicorn/no-new-array': 'off',
    'unicorn/prefer-add-event-listener': 'off',
    'unicorn/require-module-specifiers': 'off',
    'unicorn/require-post-message-target-origin': 'off',
    'unicorn/no-array-sort': 'off',
    'unicorn/no-array-reverse': 'off',
  },
  overrides: [
    { files: ['packages/{engine,react}/src/**'], rules: { 'no-console': 'error' } },
    {
      files: [`${engine}/**`],
      rules: {
        ...restrictImports([headless, noNode]),
        'no-restricted-globals': ['error', ...hostGlobals],
      },
    },
    ...stages.map((stage) => ({
      files: [`${engine}/${stage}/**`],
      rules: restrictImports([headless, noNode, noEntry, noTesting, ...noLaterThan(stage)]),
    })),
    {
      files: [`${engine}/**/${tests}`],
      rules: { ...restrictImports([headless]), 'no-restricted-globals': 'off' as const },
    },
    ...stages.map((stage) => ({
      files: [`${engine}/${stage}/**/${tests}`],
      rules: restrictImports([headless, noEntry, ...noLaterThan(stage)]),
    })),
    {
      // The sync itself is as headless as the engine; its server and its screen build on it.
      files: [
        'packages/sales-sync/src/{keys,ports,preview,records,run,sales,store,targets}/**',
        'packages/sales-sync/src/{createSalesSync,SyncSettings}.ts',
      ],
      rules: {
        ...restrictImports([
          noNode,
          {
            regex: String.raw`^((\.\.?/)+(server|react)(/|$)|react(-dom)?$|hono|pg-boss)`,
            message: 'The sync knows neither its server nor its screen.',
          },
        ]),
        'no-restricted-globals': ['error', ...hostGlobals],
      },
    },
    {
      files: [
        'packages/react/**',
        'packages/sales-sync/src/react/**',
        'apps/demo/{src,scenarios}/**',
        '.storybook/**',
      ],
      plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'jsx-a11y'],
      rules: {
        'react/rules-of-hooks': 'error',
        'react/exhaustive-deps': 'error',
        'react/react-in-jsx-scope': 'off',
        'react/jsx-no-constructed-context-values': 'error',
      },
    },
    {
      files: ['**/*.tsx'],
      rules: { 'max-lines-per-function': ['error', { max: 120, skipComments: true }] },
    },
    {
      // A test file is a list, and a table of cases may be long.
      files: [`**/${tests}`, '**/*.{stories.tsx,fixture.ts,e2e.ts}', `${engine}/testing/**`],
      rules: {
        'max-lines': 'off',
        'max-lines-per-function': 'off',
        'typescript/no-non-null-assertion': 'off',
        // A test may sort whatever it compares, and take text apart as it likes.
        'typescript/require-array-sort-compare': 'off',
        'typescript/no-misused-spread': 'off',
        'typescript/no-base-to-string': 'off',
      },
    },
    {
      // `tsconfig.json` leaves tests to `tsconfig.test.json`, which the linter does not find: it
      // sees them without `strict`, so a cast or a default that is needed looks superfluous.
      files: [`**/${tests}`],
      rules: {
        'typescript/no-redundant-type-constituents': 'off',
        'typescript/no-unnecessary-boolean-literal-compare': 'off',
        'typescript/no-unnecessary-type-assertion': 'off',
        'typescript/no-useless-default-assignment': 'off',
      },
    },
    {
      // What a database answers is unknown to the compiler, but always text, a number or a list.
      files: ['packages/{server,adapters/postgres,sales-sync}/src/**', 'apps/demo/scenarios/**'],
      rules: { 'typescript/no-base-to-string': 'off' },
    },
    {
      // Tools ask these for a default export.
      files: [
        '*.config.ts',
        '**/*.config.ts',
        '.storybook/*',
        '**/*.stories.tsx',
        'apps/demo/e2e/*',
      ],
      rules: { 'import/no-default-export': 'off' },
    },
    {
      files: ['**/*.config.ts', '**/*.{test,browser.test,stories,e2e,test-d}.{ts,tsx}'],
      rules: { 'unicorn/filename-case': 'off' },
    },
  ],
});
