/** Orders into a file: CSV or XLSX, as they stand in the view or are selected. Fetched when it is first opened. */
import { Menu, VisuallyHidden } from '@mantine/core';
import { IconFileSpreadsheet, IconFileText, IconFileUpload, IconPrinter } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '#src/api/session.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { paths } from '#src/lib/paths.ts';
import { exchangeWords } from '#src/locales/exchangeWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { TableFormat } from './saveTable.ts';
import { saveTable } from './saveTable.ts';
import { useExportTable } from './useExportTable.ts';

type ExportMenuProps = {
  orders: readonly DispatchOrder[];
  /** The view, for the file's name; without it: the selection. */
  label?: string;
  title: string;
  className: string | undefined;
  /** With the ways to import and to run sheets. */
  whole?: boolean;
  children: ReactNode;
};

const icon = { size: 16, stroke: 1.7 } as const;

export function ExportMenu({ orders, label, title, className, whole = false, children }: ExportMenuProps) {
  const t = useWords(exchangeWords);
  const mayImport = useMay('dispatcher');
  const { tableOf, timeZone } = useExportTable();
  const [opened, setOpened] = useState(true);
  const [said, setSaid] = useState('');
  const save = async (format: TableFormat) => {
    const named = [t.export.file, label ?? t.export.selected];
    try {
      const name = await saveTable(tableOf(orders), format, { named, sheet: t.export.sheet, timeZone });
      setSaid(t.menu.made(name));
    } catch {
      setSaid(t.menu.failed);
    }
  };
  return (
    <>
      <Menu
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        width={248}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <button type="button" className={className} aria-label={title} title={title}>
            {children}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t.menu.export(orders.length)}</Menu.Label>
          <Menu.Item
            leftSection={<IconFileSpreadsheet {...icon} aria-hidden />}
            disabled={orders.length === 0}
            onClick={() => void save('xlsx')}
          >
            {t.menu.xlsx}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileText {...icon} aria-hidden />}
            disabled={orders.length === 0}
            onClick={() => void save('csv')}
          >
            {t.menu.csv}
          </Menu.Item>
          {whole && (
            <>
              <Menu.Divider />
              <Menu.Item
                component={Link}
                to={paths.runSheet}
                leftSection={<IconPrinter {...icon} aria-hidden />}
              >
                {t.menu.runSheets}
              </Menu.Item>
              {mayImport && (
                <Menu.Item
                  component={Link}
                  to={paths.orderImport}
                  leftSection={<IconFileUpload {...icon} aria-hidden />}
                >
                  {t.menu.import}
                </Menu.Item>
              )}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
