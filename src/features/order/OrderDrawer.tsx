/** An order's card over the list. The list stays at hand beside it; on a narrow screen the card covers it. */
import { useFocusTrap, useMediaQuery, useMergedRef } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconArrowsDiagonal, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useListedOrders } from '#src/components/orders/listedOrders.ts';
import type { System } from '#src/contracts/feed.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { OVER_LIST, orderAddress } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { OrderCard } from './OrderCard.tsx';
import { UnknownOrder } from './UnknownOrder.tsx';
import { useCloseToList } from './useCloseToList.ts';
import { useDrawerKeys } from './useDrawerKeys.ts';
import classes from './OrderFrames.module.css';

const HEADING = 'order-card-title';

/** `system` null: the link names none that Pult knows. */
export function OrderDrawer({ system, id }: { system: System | null; id: string }) {
  const t = useWords(orderWords).frame;
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const covers = useMediaQuery('(width <= 1000px)', false, { getInitialValueInEffect: false }) ?? false;
  const drawer = useRef<HTMLDivElement>(null);
  const close = useCloseToList();
  const { previous, next, place } = useNeighbours(`${system}:${id}`);
  const stepTo = (order: DispatchOrder | undefined) =>
    order
      ? () => {
          void navigate(
            { pathname: orderAddress(order.system, order.id), search },
            { replace: true, state: OVER_LIST },
          );
        }
      : null;
  useEffect(() => {
    if (system !== null) useBoardStore.getState().focus(`${system}:${id}`);
  }, [system, id]);
  useFocusInside(drawer);
  useDrawerKeys({ drawer, onClose: close, onPrevious: stepTo(previous), onNext: stepTo(next) });
  const ref = useMergedRef(drawer, useFocusTrap(covers));

  const ways = (
    <>
      {place && (
        <>
          <span className={classes.place}>{t.place(place.n, place.of)}</span>
          <Way label={`${t.previous} (${t.keys.previous})`} onClick={stepTo(previous)} step>
            <IconChevronUp size={17} stroke={1.8} aria-hidden />
          </Way>
          <Way label={`${t.next} (${t.keys.next})`} onClick={stepTo(next)} step>
            <IconChevronDown size={17} stroke={1.8} aria-hidden />
          </Way>
        </>
      )}
      <Way label={t.page} onClick={() => void navigate({ pathname, search }, { replace: true, state: null })}>
        <IconArrowsDiagonal size={16} stroke={1.8} aria-hidden />
      </Way>
      <Way label={t.close} onClick={close}>
        <IconX size={18} stroke={1.8} aria-hidden />
      </Way>
    </>
  );
  return (
    <div
      ref={ref}
      role="dialog"
      aria-modal={covers || undefined}
      aria-labelledby={HEADING}
      tabIndex={-1}
      className={classes.drawer}
      data-order-card={`${system}:${id}`}
    >
      {system === null ? (
        <UnknownOrder system={null} id={id} headingId={HEADING} ways={ways} />
      ) : (
        <OrderCard key={`${system}:${id}`} system={system} id={id} headingId={HEADING} ways={ways} />
      )}
    </div>
  );
}

type WayProps = {
  label: string;
  onClick: (() => void) | null;
  /** Leads to a neighbour; a phone has no room for it. */
  step?: boolean;
  children: ReactNode;
};

function Way({ label, onClick, step, children }: WayProps) {
  return (
    <button
      type="button"
      className={classes.way}
      aria-label={label}
      title={label}
      data-step={step || undefined}
      aria-disabled={onClick === null || undefined}
      onClick={onClick ?? undefined}
    >
      {children}
    </button>
  );
}

/** The orders before and after this one in the list under the card. */
function useNeighbours(key: string) {
  const rows = useListedOrders((state) => state.rows);
  const at = rows.findIndex((row) => row.key === key);
  if (at < 0) return { previous: undefined, next: undefined, place: null };
  return { previous: rows[at - 1], next: rows[at + 1], place: { n: at + 1, of: rows.length } };
}

/** The focus comes in when the card opens, and goes back to where it was (or to the list) when it closes. */
function useFocusInside(drawer: React.RefObject<HTMLDivElement | null>): void {
  useEffect(() => {
    const element = drawer.current;
    // The list marks the order whose card is open.
    document.documentElement.dataset.orderOpen = '';
    const before = document.activeElement;
    element?.focus({ preventScroll: true });
    return () => {
      delete document.documentElement.dataset.orderOpen;
      const held = document.activeElement;
      // Somebody else has taken the focus meanwhile: it is theirs.
      if (held && held !== document.body && !element?.contains(held)) return;
      const back =
        before instanceof HTMLElement && before !== document.body && before.isConnected
          ? before
          : document.querySelector<HTMLElement>('[role="grid"]');
      back?.focus({ preventScroll: true });
    };
  }, [drawer]);
}
