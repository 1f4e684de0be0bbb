/** What a list shows, as a file. The writers of files are fetched when one is asked for. */
import { Menu, VisuallyHidden } from '@mantine/core';
import { IconFileExport, IconFileSpreadsheet, IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import type { ExportTable } from '#src/domain/orderExport.ts';
import { useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';
import classes from './ListBar.module.css';

type ListExportProps = {
  /** Names the file and its sheet. */
  title: string;
  count: number;
  /** Made when it is asked for. */
  table: () => ExportTable;
};

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

export function ListExport({ title, count, table }: ListExportProps) {
  const t = useWords(referencesWords);
  const { timeZone } = useAppConfig();
  const [said, setSaid] = useState('');
  const save = async (format: 'csv' | 'xlsx') => {
    try {
      const { saveTable } = await import('#src/components/exchange/saveTable.ts');
      const name = await saveTable(table(), format, { named: [title], sheet: title, timeZone });
      setSaid(t.export.made(name));
    } catch {
      setSaid(t.export.failed);
    }
  };
  return (
    <>
      <Menu position="bottom-end" width={220} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <button
            type="button"
            className={classes.icon}
            aria-label={t.bar.export}
            title={t.bar.export}
            disabled={count === 0}
          >
            <IconFileExport size={17} stroke={1.7} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t.export.head(count)}</Menu.Label>
          <Menu.Item leftSection={<IconFileSpreadsheet {...icon} />} onClick={() => void save('xlsx')}>
            {t.export.xlsx}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileText {...icon} />} onClick={() => void save('csv')}>
            {t.export.csv}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  );
}
