/** An order's card over the list. The list stays at hand beside it; on a narrow screen the card covers it. */
import { useFocusTrap, useMediaQuery, useMergedRef } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconArrowsDiagonal, IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import button from '#src/components/buttons/iconButton.module.css';
import type { System } from '#src/contracts/feed.ts';
import type { OrderLinkState } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { OrderCard } from './OrderCard.tsx';
import { UnknownOrder } from './UnknownOrder.tsx';
import { useCloseToList } from './useCloseToList.ts';
import { useDrawerKeys } from './useDrawerKeys.ts';
import { useSteps } from './useSteps.ts';
import { useCardFormat } from './parts/useCardFormat.ts';
import classes from './OrderFrames.module.css';

const HEADING = 'order-card-title';

/** `system` null: the link names none that Pult knows. */
export function OrderDrawer({ system, id }: { system: System | null; id: string }) {
  const t = useWords(orderWords).frame;
  const navigate = useNavigate();
  const { pathname, search, state } = useLocation();
  const leafing = (state as OrderLinkState)?.leafing ?? false;
  const { count } = useCardFormat();
  const covers = useMediaQuery('(width <= 1000px)', false, { getInitialValueInEffect: false }) ?? false;
  const drawer = useRef<HTMLDivElement>(null);
  const close = useCloseToList();
  const { toPrevious, toNext, place } = useSteps(`${system}:${id}`);
  useEffect(() => {
    if (system !== null) useBoardStore.getState().focus(`${system}:${id}`);
  }, [system, id]);
  useFocusInside(drawer);
  useDrawerKeys({ drawer, onClose: close, onPrevious: toPrevious, onNext: toNext });
  const ref = useMergedRef(drawer, useFocusTrap(covers));

  const ways = (
    <>
      {place && (
        <>
          <span className={classes.place}>{t.place(count(place.n), count(place.of))}</span>
          <Way label={`${t.previous} (${t.keys.previous})`} onClick={toPrevious} step>
            <IconChevronUp size={17} stroke={1.8} aria-hidden />
          </Way>
          <Way label={`${t.next} (${t.keys.next})`} onClick={toNext} step>
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
        <OrderCard
          key={`${system}:${id}`}
          system={system}
          id={id}
          headingId={HEADING}
          ways={ways}
          leafing={leafing}
        />
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
      className={button.button}
      data-small
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
