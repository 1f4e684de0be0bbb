/** Lint rules. The layers of the code are fences here, not habits: see «The map of the code» in README.md. */
import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import globals from 'globals';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { importX, createNodeResolver } from 'eslint-plugin-import-x';

/** A layer may import what stands before it, never what stands after it. */
const LAYERS = [
  ['src/lib'],
  ['src/locales', 'src/contracts'],
  ['src/domain'],
  ['src/api'],
  ['src/components'],
  ['src/features'],
  ['src/app'],
  ['src/main.tsx'],
];

const layerZones = LAYERS.flatMap((targets, depth) =>
  targets.map((target) => ({
    target: `./${target}`,
    from: LAYERS.slice(depth + 1)
      .flat()
      .map((path) => `./${path}`),
    message:
      'A layer imports only what stands to its left: lib, contracts → domain → api → components → features → app.',
  })),
).filter((zone) => zone.from.length > 0);

const featureZones = readdirSync('src/features').map((feature) => ({
  target: `./src/features/${feature}`,
  from: './src/features',
  except: [`./${feature}`],
  message: 'Features never import each other: what two share moves left.',
}));

const LETTERS = 'A-Za-zА-Яа-яЁё';

export default tseslint.config(
  { ignores: ['dist', 'data', 'node_modules', 'test-results', 'playwright-report', 'coverage'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  importX.flatConfigs.recommended,
  importX.flatConfigs.typescript,
  reactHooks.configs.flat.recommended,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js', '.json', '.css'] })],
    },
    rules: {
      'import-x/no-unresolved': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-named-as-default-member': 'off',
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: [
            ...layerZones,
            ...featureZones,
            { target: './src', from: './proxy', message: 'The browser never imports the proxy.' },
            {
              target: './proxy',
              from: './src',
              except: ['./lib', './contracts', './domain', './testing'],
              message: 'The proxy imports only lib, contracts and domain.',
            },
            {
              target: './proxy/simulators',
              from: './src',
              except: ['./lib'],
              message: 'Simulators play the vendor: they must not share our reading of it.',
            },
          ],
        },
      ],
      // TanStack Virtual works outside React's memo; we do not use React Compiler, which this warns of.
      'react-hooks/incompatible-library': 'off',
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      'max-lines': ['error', { max: 250 }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx', 'proxy/**/*.ts'],
    ignores: ['**/*.test.ts', '**/*.test.tsx', 'src/testing/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['#src/testing/*', '**/testing/*'], message: 'Nothing shipped imports testing.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/components/**/*.tsx', 'src/features/**/*.tsx', 'src/app/**/*.tsx'],
    ignores: ['**/*.test.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: `JSXText[value=/[${LETTERS}]/]`, message: 'Words live in src/locales.' },
        { selector: 'Literal[value=/[А-Яа-яЁё]/]', message: 'Words live in src/locales.' },
        { selector: 'TemplateElement[value.raw=/[А-Яа-яЁё]/]', message: 'Words live in src/locales.' },
      ],
    },
  },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**', 'src/locales/**'],
    rules: { 'max-lines': 'off' },
  },
  {
    // Playwright's fixtures call what they are given `use`; it is no hook.
    files: ['e2e/**'],
    rules: { 'react-hooks/rules-of-hooks': 'off' },
  },
  {
    // Programs that talk to a person on the terminal.
    files: [
      'e2e/**',
      'proxy/demo.ts',
      'proxy/access/userCommand.ts',
      'proxy/simulators/main.ts',
      'proxy/main.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['*.config.ts', '*.config.js', 'e2e/*.config.ts'],
    rules: { 'import-x/no-default-export': 'off', 'import-x/no-unresolved': 'off' },
  },
);
