import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Each rule that is on says why. Layout is Prettier's. */
export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', '.hub/', '**/.hub/', 'packages/cli/templates/typescript/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: {
        // One program for all packages, and not one for each: half of the time.
        project: ['./tsconfig.lint.json', './packages/explorer/page/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      // A promise nobody waits for is an error nobody hears of.
      '@typescript-eslint/no-floating-promises': 'error',
      // An async callback where none is awaited loses its failure.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // Awaiting what is no promise hides a mistaken belief about what runs when.
      '@typescript-eslint/await-thenable': 'error',
      // `any` spreads silently through everything it touches; say what a value is.
      '@typescript-eslint/no-explicit-any': 'error',
      // Erased imports keep a package's run-time arrows equal to those one sees.
      '@typescript-eslint/consistent-type-imports': [
        'error',
        // jest.requireActual takes the type of a module by import().
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      // Only errors carry a stack.
      '@typescript-eslint/only-throw-error': 'error',
      // A forgotten case of an enum is a forgotten case of the domain.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // What is left over misleads the next reader.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx', '**/*.js', '**/*.mjs'],
    rules: {
      // == converts; a comparison should not.
      eqeqeq: 'error',
      // What is never reassigned says so.
      'prefer-const': 'error',
      // Logs are structured (pino) and what a person reads is written on purpose (stdout, stderr).
      'no-console': 'error',
      // A debugger statement halts a server.
      'no-debugger': 'error',
    },
  },
  {
    // TypeORM types an entity schema by its row type and takes lists of mixed rows only as `any`.
    files: ['**/subgraph-definition.ts', '**/subgraph-module.ts'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  prettier,
);
