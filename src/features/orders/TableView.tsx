/** How the table looks: which columns, how high the rows. */
import { Menu } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { memo } from 'react';
import deeds from '#src/components/orders/barDeeds.module.css';
import { useText } from '#src/locales/language.tsx';
import { COLUMNS } from './orderColumns.tsx';
import { useTableLook } from './tableLook.ts';

/** The number stays: without it nobody could name an order. */
const HIDEABLE = COLUMNS.filter((id) => id !== 'select' && id !== 'number');

export const TableView = memo(function TableView() {
  const t = useText().orders;
  const { visibility, dense, set, reset } = useTableLook();
  return (
    <Menu
      position="bottom-end"
      width={232}
      closeOnItemClick={false}
      withInitialFocusPlaceholder={false}
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <Menu.Target>
        <button type="button" className={deeds.icon} aria-label={t.table.view} title={t.table.view}>
          <IconAdjustmentsHorizontal size={17} stroke={1.7} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t.table.density}</Menu.Label>
        <Menu.RadioGroup
          value={dense ? 'dense' : 'usual'}
          onChange={(value) => set({ dense: value === 'dense' })}
        >
          <Menu.RadioItem value="usual">{t.table.comfortable}</Menu.RadioItem>
          <Menu.RadioItem value="dense">{t.table.dense}</Menu.RadioItem>
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>{t.table.columns}</Menu.Label>
        {HIDEABLE.map((id) => (
          <Menu.CheckboxItem
            key={id}
            checked={visibility[id] !== false}
            onChange={(shown) => set({ visibility: { ...visibility, [id]: shown } })}
          >
            {t.columns[id]}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={reset}>{t.table.resetLayout}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});
