/** «Ещё»: the rarer deeds of the bulk bar. What stands in it is fetched when it is opened. */
import { Loader, Menu } from '@mantine/core';
import { IconChevronUp } from '@tabler/icons-react';
import { Suspense } from 'react';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { fetchAhead, lazyPart } from '#src/lib/lazyPart.ts';
import { useText } from '#src/locales/language.tsx';
import bar from './BulkBar.module.css';
import classes from './MoreMenu.module.css';

const loadDeeds = () => import('./MoreDeeds.tsx');
const MoreDeeds = lazyPart(loadDeeds, 'MoreDeeds');

/** @param props.orders all selected orders. */
export function MoreMenu({ orders }: { orders: DispatchOrder[] }) {
  const t = useText().commands.bulk;
  return (
    <Menu
      position="top-end"
      width={280}
      shadow="none"
      // Stands in the bar, so that it belongs to a region of the page.
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      menuItemTabIndex={0}
      classNames={{ dropdown: classes.menu }}
    >
      <Menu.Target>
        <button type="button" className={bar.deed} onPointerEnter={() => fetchAhead(loadDeeds)}>
          {t.more}
          <IconChevronUp size={15} stroke={1.8} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Suspense fallback={<Loader size="xs" m="sm" />}>
          <MoreDeeds orders={orders} />
        </Suspense>
      </Menu.Dropdown>
    </Menu>
  );
}
