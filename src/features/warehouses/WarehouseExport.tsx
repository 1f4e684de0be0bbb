/** The warehouses that the list shows, as a file. */
import { ListExport } from '#src/components/records/ListExport.tsx';
import type { ExportTable } from '#src/domain/orderExport.ts';
import type { WarehouseLoad } from '#src/domain/warehouseLoad.ts';
import { NO_LOAD } from '#src/domain/warehouseLoad.ts';
import type { WarehouseRow } from '#src/domain/warehouseRow.ts';
import { formatPhone } from '#src/lib/phone.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordsWords } from '#src/locales/recordsWords.ts';
import { warehousesWords } from '#src/locales/warehousesWords.ts';

type Props = { shown: readonly WarehouseRow[]; loads: ReadonlyMap<string, WarehouseLoad> };

const TEXTS = ['city', 'street', 'house', 'apartment', 'description'] as const;

export function WarehouseExport({ shown, loads }: Props) {
  const t = useWords(warehousesWords);
  const { fields } = useWords(recordsWords).lists.warehouses;
  const table = (): ExportTable => ({
    heads: [
      fields.warehouseId,
      fields.title,
      t.card.person,
      fields.phone,
      ...TEXTS.map((key) => fields[key]),
      t.place.latitude,
      t.place.longitude,
      t.orders.title,
      t.orders.lateHead,
      t.card.deleted,
    ],
    rows: shown.map(({ id, title, person, phone, point, deleted, warehouse }) => {
      const { waiting, late } = loads.get(id) ?? NO_LOAD;
      return [
        id,
        title,
        person || null,
        // Without the plus: a spreadsheet would take it for the beginning of a formula.
        formatPhone(phone).replace(/^\+/, '') || null,
        ...TEXTS.map((key) => warehouse[key] || null),
        point?.latitude ?? null,
        point?.longitude ?? null,
        waiting.length,
        late,
        deleted ? t.row.deleted : null,
      ];
    }),
  });
  return <ListExport title={t.title} count={shown.length} table={table} />;
}
