import { describe, expect, it } from 'vitest';
import { IMPORT_FIELDS, matchColumns } from '#src/domain/orderImportFields.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { TEMPLATE_FIELDS } from './template.ts';

describe.each(['ru', 'en'] as const)('words of columns, %s', (language) => {
  it('are known again when the sample comes back', () => {
    const { fields } = exchangeWords[language].import;
    expect(matchColumns(TEMPLATE_FIELDS.map((field) => fields[field]))).toEqual(TEMPLATE_FIELDS);
    expect(IMPORT_FIELDS.map((field) => matchColumns([fields[field]])[0])).toEqual(IMPORT_FIELDS);
  });
});
