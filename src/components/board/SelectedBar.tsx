/** The bar of what can be done with the selected orders; stands over the foot of the table. */
import { IconFileExport } from '@tabler/icons-react';
import { Suspense, useEffect } from 'react';
import { ExportButton } from '#src/components/exchange/ExportButton.tsx';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { fetchAhead, lazyPart } from '#src/lib/lazyPart.ts';
import { useText } from '#src/locales/language.tsx';
import { useSelectedOrders } from './useSelectedOrders.ts';
import classes from './SelectedBar.module.css';

const loadBar = () => import('#src/components/commands/BulkBar.tsx');
const BulkBar = lazyPart(loadBar, 'BulkBar');

type SelectedBarProps = { records: ReadonlyMap<string, DispatchOrder>; rows: readonly DispatchOrder[] };

/** Apart from the page, so that a click on a row draws the bar anew and not the page. */
export function SelectedBar({ records, rows }: SelectedBarProps) {
  const text = useText().orders;
  const t = text.table;
  const { orders, hidden, clear } = useSelectedOrders(records, rows);
  // No part of what the first row waits for, yet here before a hand can select one.
  const settled = rows.length > 0;
  useEffect(() => {
    if (!settled) return;
    const fetchBar = () => fetchAhead(loadBar);
    if (!('requestIdleCallback' in globalThis)) return fetchBar();
    const handle = requestIdleCallback(fetchBar, { timeout: 5_000 });
    return () => cancelIdleCallback(handle);
  }, [settled]);
  return (
    <>
      <span className={classes.announce} role="status">
        {orders.length > 0 ? t.selected(orders.length) : ''}
      </span>
      {orders.length > 0 && (
        <div className={classes.bulk}>
          <Suspense>
            <BulkBar
              orders={orders}
              hiddenCount={hidden}
              onClear={clear}
              extra={
                <ExportButton orders={orders} title={text.exchange.export} className={classes.export}>
                  <IconFileExport size={16} stroke={1.7} aria-hidden />
                  <span>{text.exchange.export}</span>
                </ExportButton>
              }
            />
          </Suspense>
        </div>
      )}
    </>
  );
}
