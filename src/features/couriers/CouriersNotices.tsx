/** What cannot be trusted on the couriers page right now, each with whose failure it is and how to try again. */
import { Popover } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import notices from '#src/components/records/ListNotices.module.css';
import type { SetAside } from '#src/contracts/records.ts';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import type { Couriers } from './useCouriers.ts';
import classes from './CouriersNotices.module.css';

export function CouriersNotices({ couriers }: { couriers: Couriers }) {
  const t = useWords(couriersWords).notices;
  const { orders: orderWords, shell } = useText();
  const { time } = useFormat();
  const errorWords = useErrorWords();
  const { list, licences, orders, ordersKnown, positionsFeed, positionsProblem, directory } = couriers;
  const whyNot = (error: unknown) => {
    const { said, advice } = errorWords(error);
    return said ?? advice;
  };
  const setAside = list.data?.setAside ?? [];

  return (
    <div className={notices.notices}>
      {list.isError && directory !== undefined && (
        <Notice words={t.listOld(time(list.dataUpdatedAt))} why={whyNot(list.error)} onRetry={list.refetch} />
      )}
      {licences.isError && (
        <Notice
          words={licences.data ? t.licencesOld(time(licences.dataUpdatedAt)) : t.shiftsUnknown}
          why={whyNot(licences.error)}
          onRetry={licences.refetch}
        />
      )}
      {orders.isError && (
        <Notice
          words={ordersKnown ? t.ordersOld : t.ordersUnknown}
          why={whyNot(orders.error)}
          onRetry={orders.refetch}
        />
      )}
      {orders.data?.problems.map(({ system, code, message, since }) => (
        <Notice
          key={system}
          words={t.ordersOf(orderWords.systems[system], time(since))}
          why={message ?? shell.problem[code]}
          onRetry={orders.refetch}
        />
      ))}
      {positionsProblem ? (
        <Notice
          words={t.positionsSince(time(positionsProblem.since))}
          why={positionsProblem.message ?? shell.problem[positionsProblem.code]}
          onRetry={positionsFeed.refetch}
        />
      ) : (
        positionsFeed.isError && (
          <Notice words={t.positions} why={whyNot(positionsFeed.error)} onRetry={positionsFeed.refetch} />
        )
      )}
      {setAside.length > 0 && <SetAsideNotice records={setAside} />}
    </div>
  );
}

function Notice({ words, why, onRetry }: { words: string; why: ReactNode; onRetry: () => Promise<unknown> }) {
  const { retry } = useText().errors;
  return (
    <p className={notices.notice} data-level="risk" role="alert">
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
      <span>
        <strong>{words}</strong> · {why}
      </span>
      <button type="button" className={notices.link} onClick={() => void onRetry()}>
        {retry}
      </button>
    </p>
  );
}

/** Records that could not be read are not in the table, so they are named here. */
function SetAsideNotice({ records }: { records: readonly SetAside[] }) {
  const t = useWords(couriersWords).notices;
  return (
    <p className={notices.notice}>
      <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
      <Popover position="bottom-start" width={360} trapFocus returnFocus transitionProps={{ duration: 0 }}>
        <Popover.Target>
          <button type="button" className={notices.link}>
            {t.setAside(records.length)}
          </button>
        </Popover.Target>
        <Popover.Dropdown className={classes.popover}>
          <ul className={classes.setAside} tabIndex={0} data-autofocus aria-label={t.setAsideList}>
            {records.map(({ id, path, reason }, index) => (
              <li key={index}>
                {t.setAsideOne(id ?? t.noId)}
                <code>{path ? `${path}: ${reason}` : reason}</code>
              </li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
    </p>
  );
}
