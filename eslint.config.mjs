import tseslint from 'typescript-eslint';

// No type-aware rules: the compiler's strict flags carry that part, and lint stays a matter of seconds.
export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'web/dist/', '.data/', 'docs/'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      'no-var': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-param-reassign': 'error',
      'no-unreachable-loop': 'error',
      'no-else-return': ['error', { allowElseIf: false }],
      'max-lines': ['error', { max: 350 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', caughtErrors: 'all', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    // A cast past the compiler stands with its reason: `eslint-disable-next-line … -- why`.
    files: ['machines/**/*.ts', 'src/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'TSAsExpression > TSNeverKeyword', message: 'This cast takes the value out of the type check.' },
        {
          selector: 'TSAsExpression > TSAsExpression > TSUnknownKeyword',
          message: 'This cast takes the value out of the type check.',
        },
      ],
    },
  },
  {
    // Constructor parameters of a Nest class are its injection tokens: a type-only import erases them.
    files: ['src/**/*.ts', 'test/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  { files: ['scripts/**', 'bench/**', 'test/**', '*.config.mjs'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.spec.ts', 'test/**', 'bench/**', 'machines/**/scenarios/**', 'machines/**/*examples.ts'],
    rules: { 'max-lines': 'off' },
  },
);
