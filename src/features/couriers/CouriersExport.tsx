/** The couriers that are shown, as a file: CSV or XLSX. */
import { Menu, VisuallyHidden } from '@mantine/core';
import { IconFileExport, IconFileSpreadsheet, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import type { TableFormat } from '#src/components/exchange/saveTable.ts';
import deeds from '#src/components/orders/barDeeds.module.css';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { courierExport } from './courierExport.ts';
import type { CourierRow } from './courierRows.ts';

const ICON = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;
const FORMATS = [
  { format: 'xlsx', Icon: IconFileSpreadsheet },
  { format: 'csv', Icon: IconFileText },
] as const;

/** @param props.name of the view, for the file's name. */
export function CouriersExport({ rows, name }: { rows: readonly CourierRow[]; name: string }) {
  const words = useWords(couriersWords);
  const t = words.export;
  const { menu } = useWords(exchangeWords);
  const { timeZone } = useAppConfig();
  const [said, setSaid] = useState('');
  const save = async (format: TableFormat) => {
    try {
      const { saveTable } = await import('#src/components/exchange/saveTable.ts');
      const table = courierExport(rows, {
        heads: t.heads,
        timeZone,
        shift: (onShift) => (onShift ? t.yes : t.no),
      });
      const file = await saveTable(table, format, {
        named: [words.title, name],
        sheet: words.title,
        timeZone,
      });
      setSaid(menu.made(file));
    } catch {
      setSaid(menu.failed);
    }
  };
  return (
    <>
      <Menu position="bottom-end" width={230} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <button type="button" className={deeds.icon} aria-label={t.menu} title={t.menu}>
            <IconFileExport size={17} stroke={1.7} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t.count(rows.length)}</Menu.Label>
          {FORMATS.map(({ format, Icon }) => (
            <Menu.Item
              key={format}
              leftSection={<Icon {...ICON} />}
              disabled={rows.length === 0}
              onClick={() => void save(format)}
            >
              {menu[format]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
