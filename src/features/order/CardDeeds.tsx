/** What can be done with the order of a card: the usual deeds as buttons, the rest under «Ещё». */
import { Menu, Tooltip } from '@mantine/core';
import { IconChevronDown, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '#src/api/session.ts';
import look from '#src/components/buttons/deedButton.module.css';
import type { Commands } from '#src/components/commands/commandStore.ts';
import { useCommands, usePending } from '#src/components/commands/commandStore.ts';
import { useCopy } from '#src/components/copy/useCopy.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { editOrderAddress, newOrderAddress, refundAddress } from '#src/lib/paths.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { orderWords } from '#src/locales/orderWords.ts';
import { CopyItems } from './CopyItems.tsx';
import type { CardBar, CardDeed } from './orderDeeds.ts';
import { cardDeeds } from './orderDeeds.ts';
import classes from './CardDeeds.module.css';

const DEED = `${look.deed} ${classes.deed}`;

type CardDeedsProps = { order: DispatchOrder; listed: boolean; goods: readonly string[] };

const SAID_MS = 2_500;

export function CardDeeds({ order, listed, goods }: CardDeedsProps) {
  const words = useWords(orderWords);
  const t = words.deeds;
  const mayCommand = useMay('dispatcher');
  const pending = usePending(order.key);
  const bars = cardDeeds(order, { listed, pending });
  const why = useBarWords(order);
  const deeds = useDeedActions(order);
  const [menuOpen, setMenuOpen] = useState(false);
  const { copy, said: copied } = useCopy();
  const given = order.courierId !== null || order.courierLogin !== null;
  const said = (deed: CardDeed) => {
    const bar = bars[deed];
    return bar === null ? null : why(bar);
  };
  const item = (deed: CardDeed, label: string, look?: string) => {
    const bar = said(deed);
    return (
      <Menu.Item disabled={bar !== null} onClick={deeds[deed]} className={look}>
        {label}
        {bar !== null && <small>{bar}</small>}
      </Menu.Item>
    );
  };
  return (
    <div
      className={classes.deeds}
      role="group"
      aria-label={t.label}
      onKeyDown={(event) => {
        // Also while the focus is still on its button.
        if (event.key === 'Escape') setMenuOpen(false);
      }}
    >
      {mayCommand && (
        <>
          <Deed bar={said('assign')} main={!given && order.open} onClick={deeds.assign}>
            {given ? t.reassign : t.assign}
          </Deed>
          <Deed bar={said('reschedule')} onClick={deeds.reschedule}>
            {t.reschedule}
          </Deed>
          <Deed bar={said('readdress')} onClick={deeds.readdress}>
            {t.readdress}
          </Deed>
          <Deed bar={said('edit')} onClick={deeds.edit}>
            {t.edit}
          </Deed>
          <Deed bar={said('cancel')} danger onClick={deeds.cancel}>
            {t.cancel}
          </Deed>
        </>
      )}
      <Menu
        opened={menuOpen}
        onChange={setMenuOpen}
        position="bottom-start"
        width={248}
        withInitialFocusPlaceholder={false}
        withinPortal={false}
        floatingStrategy="fixed"
        classNames={{ dropdown: classes.menu }}
      >
        <Menu.Target>
          <button type="button" className={DEED}>
            {t.more}
            <IconChevronDown size={14} stroke={1.8} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {mayCommand && (
            <>
              {item('setDelivery', t.setDelivery)}
              {item('refund', t.refund)}
              {item('duplicate', t.duplicate)}
              <Menu.Divider />
            </>
          )}
          <CopyItems order={order} goods={goods} copy={copy} />
          <Menu.Divider />
          <Menu.Item leftSection={<IconPrinter size={15} stroke={1.7} />} onClick={() => window.print()}>
            {t.print}
          </Menu.Item>
          {mayCommand && (
            <>
              <Menu.Divider />
              {item('delete', t.remove, classes.remove)}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <span className={classes.said} role="status">
        {copied}
      </span>
    </div>
  );
}

function useBarWords({ system }: DispatchOrder): (bar: CardBar) => string {
  const own = useWords(orderWords).deeds;
  const { bar: moves } = useText().commands;
  return (bar) => {
    switch (bar) {
      case 'selfPickUp':
      case 'notDelivered':
      case 'isRefund':
      case 'unlisted':
      case 'prepared':
        return own[bar];
      case 'notSupported':
        return system === 'kassa' ? own.kassaCannot : moves[bar];
      default:
        return moves[bar];
    }
  };
}

function useDeedActions(order: DispatchOrder): Record<CardDeed, () => void> {
  const navigate = useNavigate();
  const commands: Commands = useCommands();
  const go = (to: string) => () => void navigate(to);
  const ask = (open: (orders: DispatchOrder[]) => void) => () => open([order]);
  return {
    assign: ask((orders) => commands.openAssign(orders)),
    reschedule: ask(commands.openReschedule),
    readdress: ask(commands.openReaddress),
    cancel: ask(commands.openCancel),
    setDelivery: ask(commands.openSetDelivery),
    delete: ask(commands.openDelete),
    edit: go(editOrderAddress(order.id)),
    refund: go(refundAddress(order.id)),
    duplicate: go(newOrderAddress('ireca', order.id)),
  };
}

type DeedProps = {
  /** Why it is not possible, in words; null: it is. */
  bar: string | null;
  main?: boolean;
  danger?: boolean;
  onClick: () => void;
  children: string;
};

/** A deed that is not possible stays in its place and says why. */
function Deed({ bar, main, danger, onClick, children }: DeedProps) {
  const { none } = useWords(orderWords).deeds;
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked) return;
    const timer = setTimeout(() => setAsked(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const button = (
    <button
      type="button"
      className={DEED}
      data-main={(main && bar === null) || undefined}
      data-danger={danger || undefined}
      aria-disabled={bar !== null || undefined}
      onClick={bar === null ? onClick : () => setAsked(true)}
    >
      {children}
    </button>
  );
  if (bar === null) return button;
  return (
    // The keyboard is told as well, and the finger that presses it in vain.
    <Tooltip
      label={none(bar)}
      events={{ hover: true, focus: true, touch: false }}
      {...(asked && { opened: true })}
    >
      {button}
    </Tooltip>
  );
}
