/** Words of everything that copies to the clipboard, in English. */
import type { copy as russian } from '#src/locales/ru/copy.ts';

export const copy: typeof russian = {
  label: (what) => `Copy ${what}`,
  copied: 'Copied',
  copiedWhat: (what) => `Copied: ${what}`,
  refused: 'Not copied',
  refusedWhy: 'Not copied: the browser gave no access to the clipboard',
};
