import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const electronOnlyIn = ['confinement', 'main', 'preload', 'window', 'printer'];

export default tseslint.config(
  { ignores: ['node_modules', 'dist', 'release', '.cache', 'test-results', 'playwright-report', 'coverage'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    ignores: ['test/**', 'electron/**', '*.config.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: ['electron', 'node:*', 'sqlite3'] }] },
  },
  {
    files: ['electron/**/*.ts'],
    ignores: [...electronOnlyIn.map((name) => `electron/**/${name}.ts`), 'electron/db/connection.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: ['electron', 'sqlite3'] }] },
  },
  { files: ['renderer/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  {
    files: ['test/**/*.ts', 'test/**/*.tsx'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
);
