/** Finds an order by number, phone or name among all orders of the feed; an iRECA id that the feed has not can be given too. */
import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Ref } from 'react';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { ListState } from '#src/components/form/ListState.tsx';
import { TypeAhead } from '#src/components/form/TypeAhead.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { RecentOrder } from '#src/components/orders/recentOrders.ts';
import { useRecentOrders } from '#src/components/orders/recentOrders.ts';
import { useStatusTitle } from '#src/components/orders/statusTitle.ts';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { findOrders, unlistedId } from '#src/domain/orderFinder.ts';
import { useWords } from '#src/locales/language.tsx';
import { pickersWords } from '#src/locales/pickersWords.ts';
import classes from './OrderField.module.css';

const SHOWN = 30;

type Option = { key: string; picked: RecentOrder; order: DispatchOrder | null };

type OrderFieldProps = {
  onPick: (order: RecentOrder) => void;
  /** Only iRECA's: Kassa knows nothing of what is asked for. */
  irecaOnly?: boolean;
  className?: string;
  /** As of `TypeAhead`. */
  inPlace?: boolean;
  /** `/` goes to this field. */
  pageSearch?: boolean;
  ref?: Ref<HTMLInputElement>;
};

const optionOf = (order: DispatchOrder): Option => ({ key: order.key, picked: order, order });

function useOptions(typed: string, irecaOnly: boolean) {
  const { data } = useOrdersFeed(useQueryClient());
  const recent = useRecentOrders();
  const query = typed.trim();
  const records = data?.records;
  const found = useMemo(() => {
    const fits = ({ system }: RecentOrder) => !irecaOnly || system === 'ireca';
    if (query === '') {
      const known = recent.filter(fits).flatMap(({ system, id }) => {
        const order = records?.get(`${system}:${id}`);
        return order ? [optionOf(order)] : [];
      });
      return { options: known, more: 0 };
    }
    const all = [...(records?.values() ?? [])].filter(fits);
    const { shown, more } = findOrders(all, query, SHOWN);
    const options = shown.map(optionOf);
    const id = unlistedId(query, records);
    if (id !== null) options.push({ key: `id:${id}`, picked: { system: 'ireca', id }, order: null });
    return { options, more };
  }, [records, recent, query, irecaOnly]);
  return { ...found, query, known: data !== undefined && data.loading === null };
}

export function OrderField({
  onPick,
  irecaOnly = false,
  className,
  inPlace,
  pageSearch,
  ref,
}: OrderFieldProps) {
  const t = useWords(pickersWords).order;
  const [typed, setTyped] = useState('');
  const { options, more, query, known } = useOptions(typed, irecaOnly);
  const titleOf = useStatusTitle();
  return (
    <TypeAhead
      ref={ref}
      label={t.label}
      hideLabel
      listLabel={query === '' ? t.recent : t.list}
      placeholder={t.placeholder}
      icon={<IconSearch size={15} stroke={1.7} aria-hidden />}
      className={className}
      inPlace={inPlace}
      pageSearch={pageSearch}
      typed={typed}
      onTyped={setTyped}
      items={options}
      idOf={({ key }) => key}
      onPick={({ picked }) => {
        setTyped('');
        onPick({ system: picked.system, id: picked.id });
      }}
      foot={
        <ListState
          notes={[
            query === '' && (options.length > 0 ? t.recent : t.type),
            query !== '' && options.length === 0 && known && t.none(query),
            more > 0 && t.more(more),
            !known && t.loading,
          ]}
        />
      }
    >
      {({ picked, order }) =>
        order ? (
          <OrderOption order={order} status={titleOf(order)} />
        ) : (
          <span className={classes.words}>
            <strong>{t.byId(picked.id)}</strong>
            <span className={classes.facts}>{t.byIdLead}</span>
          </span>
        )
      }
    </TypeAhead>
  );
}

function OrderOption({ order, status }: { order: DispatchOrder; status: string }) {
  const format = useFormat();
  const facts = [status, order.client, order.phone === null ? '' : format.phone(order.phone), order.address];
  return (
    <span className={classes.words}>
      <span className={classes.head}>
        <strong>{order.number}</strong>
        <SystemBadge system={order.system} />
      </span>
      <span className={classes.facts}>
        {facts.map((fact, index) => fact !== '' && <span key={index}>{fact}</span>)}
      </span>
    </span>
  );
}
