/** A value of a form in words, for facts and for comparing two of them. */
import { useMemo } from 'react';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { FieldSpec } from '#src/domain/declaration.ts';
import type { FieldValue, StockLine } from '#src/domain/recordDraft.ts';
import { isBlank } from '#src/domain/recordDraft.ts';
import type { LatLon } from '#src/lib/geo.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import type { DeclaredList } from './declare.ts';
import { referencedLists, useTitles } from './recordTitles.ts';
import { dayText } from './recordValue.ts';

/** '' = nothing stands there. */
export function useFieldText(
  list: DeclaredList,
): (field: FieldSpec, value: FieldValue | undefined) => string {
  const t = useWords(recordFormWords);
  const { locale } = useText();
  const format = useFormat();
  const titles = useTitles(useMemo(() => referencedLists(list), [list]));

  const titleOf = ({ from }: FieldSpec, id: string) =>
    (from && titles.get(from)?.titles.get(id)?.title) || t.reference.unknown(id);
  return (field, value) => {
    if (value === undefined || value === null || isBlank(value)) return '';
    switch (field.kind) {
      case 'money':
        return typeof value === 'number' ? `${format.money(value)} ₽` : '';
      case 'number':
        return typeof value === 'number' ? value.toLocaleString(locale, { maximumFractionDigits: 6 }) : '';
      case 'day':
        return dayText(value);
      case 'reference':
        return titleOf(field, String(value));
      case 'stock':
        return (value as readonly StockLine[])
          .map(
            ({ warehouseId, count }) =>
              `${titleOf(field, warehouseId)}: ${(count ?? 0).toLocaleString(locale)}`,
          )
          .join(', ');
      case 'point': {
        const { latitude, longitude } = value as LatLon;
        return `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`;
      }
      default:
        return field.check === 'phone' ? format.phone(String(value)) : String(value);
    }
  };
}
