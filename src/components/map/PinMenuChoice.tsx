/** Several orders lie under one pin: which one is it to be. */
import { IconChevronRight, IconX } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { SlackChip } from '#src/components/orders/SlackChip.tsx';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import { useAppConfig } from '#src/api/appConfig.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import { useWords } from '#src/locales/language.tsx';
import { pinMenuWords } from '#src/locales/pinMenuWords.ts';
import { pinTone } from './orderPin.ts';
import menu from './PinMenu.module.css';
import classes from './PinMenuChoice.module.css';
import type { MenuOrder } from './usePinMenuOrders.ts';

/** From so far away that more lie there, nobody reads them one by one. */
const MOST = 60;
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

type Props = { found: MenuOrder[]; onPick: (key: OrderKey) => void; onClose: () => void };

export function PinMenuChoice({ found, onPick, onClose }: Props) {
  const t = useWords(pinMenuWords);
  const { directory } = useCourierDirectory();
  const { atRiskMinutes } = useAppConfig();
  const now = useNow(60_000);
  const { hoverOrder, select } = useBoardStore.getState();
  const rest = found.length - MOST;

  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
    const at = rows.findIndex((row) => row === document.activeElement);
    rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
  };
  const selectAll = () => {
    const keys = found.map(({ order }) => order.key);
    onClose();
    select(keys, keys[0] ?? null);
  };
  return (
    <>
      <div className={menu.top}>
        <strong className={menu.number}>{t.several(found.length)}</strong>
        <button type="button" className={menu.icon} aria-label={t.close} onClick={onClose}>
          <IconX size={16} stroke={1.8} aria-hidden />
        </button>
      </div>
      <ul className={classes.choice} aria-label={t.severalList} onKeyDown={walk}>
        {found.slice(0, MOST).map(({ order }, index) => (
          <li key={order.key}>
            <button
              type="button"
              className={classes.one}
              data-order={order.key}
              data-tone={pinTone(order, now, atRiskMinutes)}
              data-autofocus={index === 0 || undefined}
              onClick={() => onPick(order.key)}
              onPointerEnter={() => hoverOrder(order.key)}
              onPointerLeave={() => hoverOrder(null)}
            >
              <span className={classes.tone} aria-hidden />
              <span className={classes.oneHead}>
                <span className={classes.oneNumber}>{order.number}</span>
                <SystemBadge system={order.system} />
                <SlackChip order={order} now={now} />
              </span>
              <span className={classes.oneLine}>
                {(directory && courierOf(order, directory)?.title) ?? t.noCourier}
              </span>
              <IconChevronRight size={15} stroke={1.8} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={menu.note}>{t.rest(rest)}</p>}
      <div className={menu.foot}>
        <button type="button" className={menu.deed} onClick={selectAll}>
          {t.selectAll(found.length)}
        </button>
      </div>
    </>
  );
}
