/** Ctrl+K: pages, actions, orders by number or phone, couriers by name. */
import '@mantine/spotlight/styles.layer.css';
import { Spotlight } from '@mantine/spotlight';
import { IconFileImport, IconPackage, IconPlus, IconUser } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useMay } from '#src/api/session.ts';
import { closePalette, usePalette } from '#src/app/paletteStore.ts';
import { foundCouriers, foundOrders } from '#src/app/paletteSearch.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import type { OrderLinkState } from '#src/lib/paths.ts';
import { OVER_LIST, orderAddress, ordersAddress, paths } from '#src/lib/paths.ts';
import { OFF_RAIL, SECTIONS } from '#src/app/sections.ts';
import { useSwitches } from '#src/app/useSwitches.ts';
import { fold } from '#src/lib/text.ts';
import { useStatusTitle } from '#src/components/orders/statusTitle.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './Palette.module.css';

type Entry = { id: string; label: string; hint?: string; icon: ReactNode; run: () => void };

const LOOK = {
  action: classes.action,
  actionBody: classes.body,
  actionLabel: classes.label,
  actionDescription: classes.hint,
  actionSection: classes.icon,
};

const icon = { size: 18, stroke: 1.7 } as const;

/** Fetched at the first opening. */
export function Palette() {
  const t = useText().shell.palette;
  const opened = usePalette((state) => state.opened);
  const [query, setQuery] = useState('');
  const groups = useEntries(query).filter((group) => group.entries.length > 0);
  return (
    <Spotlight.Root
      forceOpened={opened}
      onSpotlightClose={() => {
        closePalette();
        setQuery('');
      }}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search placeholder={t.placeholder} aria-label={t.open} />
      <Spotlight.ActionsList>
        {groups.length === 0 && <Spotlight.Empty>{t.nothing}</Spotlight.Empty>}
        {groups.map(({ title, entries }) => (
          <Spotlight.ActionsGroup key={title} label={title}>
            {entries.map((entry) => (
              <Spotlight.Action
                key={entry.id}
                classNames={LOOK}
                label={entry.label}
                {...(entry.hint !== undefined && { description: entry.hint })}
                leftSection={entry.icon}
                onClick={() => {
                  closePalette();
                  setQuery('');
                  entry.run();
                }}
                closeSpotlightOnTrigger={false}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function useEntries(query: string): { title: string; entries: Entry[] }[] {
  const t = useText().shell;
  const navigate = useNavigate();
  const openOrder = useOpenOrder();
  const actions = useActions();
  const { data: feed } = useOrdersFeed(useQueryClient());
  const { directory } = useCourierDirectory();
  const statusTitle = useStatusTitle();
  const typed = fold(query);

  const orders = useMemo(() => foundOrders(feed?.records, query), [feed?.records, query]);
  const couriers = useMemo(() => foundCouriers(directory?.all ?? [], query), [directory, query]);
  const named = (entry: Entry) => typed === '' || fold(entry.label).includes(typed);

  return [
    {
      title: t.palette.pages,
      entries: [
        ...[...SECTIONS, ...OFF_RAIL].map(({ to, name, Icon }) => ({
          id: `page-${name}`,
          label: t.nav[name],
          icon: <Icon {...icon} />,
          run: () => void navigate(to),
        })),
      ].filter(named),
    },
    { title: t.palette.actions, entries: actions.filter(named) },
    {
      title: t.palette.orders,
      entries: orders.map((order) => ({
        id: order.key,
        label: `${order.number} · ${t.system[order.system]}`,
        hint: [statusTitle(order), order.client, order.address].filter(Boolean).join(' · '),
        icon: <IconPackage {...icon} />,
        run: () => openOrder(order),
      })),
    },
    {
      title: t.palette.couriers,
      entries: couriers.map((courier) => ({
        id: `courier-${courier.courierId}`,
        label: courier.title,
        hint: t.palette.courierHint,
        icon: <IconUser {...icon} />,
        run: () => void navigate(ordersAddress({ courier: courier.courierId })),
      })),
    },
  ];
}

/** An order's card over the list, whose view stays as it is; from another screen over the list as it opens by itself. */
function useOpenOrder(): (order: DispatchOrder) => void {
  const navigate = useNavigate();
  const { pathname, search, state } = useLocation();
  const onCard = (state as OrderLinkState)?.over === 'list';
  return (order) =>
    void navigate(
      {
        pathname: orderAddress(order.system, order.id),
        search: pathname === paths.orders || onCard ? search : '',
      },
      { state: OVER_LIST, replace: onCard },
    );
}

function useActions(): Entry[] {
  const t = useText().shell.palette;
  const navigate = useNavigate();
  const mayCommand = useMay('dispatcher');
  const forms: Entry[] = [
    {
      id: 'order-new',
      label: t.newOrder,
      icon: <IconPlus {...icon} />,
      run: () => void navigate(paths.orderNew),
    },
    {
      id: 'order-import',
      label: t.importOrders,
      icon: <IconFileImport {...icon} />,
      run: () => void navigate(paths.orderImport),
    },
  ];
  const switches = useSwitches().map(({ id, deed, Icon, flip }) => ({
    id,
    label: deed,
    icon: <Icon {...icon} />,
    run: flip,
  }));
  return mayCommand ? [...forms, ...switches] : switches;
}
