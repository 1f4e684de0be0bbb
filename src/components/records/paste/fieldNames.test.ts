import { describe, expect, it } from 'vitest';
import { matchRecordColumns, pasteFields } from '#src/domain/recordPasteHeads.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';
import { DECLARED } from '../declared.ts';
import { fieldNames } from './fieldNames.ts';

const PASTED = DECLARED.filter(({ can }) => can.replace).map((list) => [list.slug, list] as const);

describe.each(['ru', 'en'] as const)('heads of the sample, %s', (language) => {
  it.each(PASTED)('are known again when it comes back: %s', (slug, { fields, source }) => {
    const keys = pasteFields(fields).map(({ key }) => key);
    const labels: Readonly<Record<string, string>> = recordsWords[language].lists[slug].fields;
    const heads = keys.map((key) => labels[key] ?? '');
    expect(heads).not.toContain('');
    const known = matchRecordColumns(heads, pasteFields(fields), source.idKey, (key) =>
      fieldNames(slug, key),
    );
    expect(known).toEqual(keys);
  });
});
