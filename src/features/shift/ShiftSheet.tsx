/** The sheet of a shift: numbers, couriers, a note, and the orders by group. On paper it is black on white. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useSession } from '#src/api/session.ts';
import { DigestGaps } from '#src/components/digest/DigestGaps.tsx';
import { DigestLists } from '#src/components/digest/DigestLists.tsx';
import '#src/components/print/printRoot.css';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Changes } from '#src/contracts/changes.ts';
import { courierDirectory } from '#src/domain/courierDirectory.ts';
import type { Digest } from '#src/domain/digest.ts';
import type { Span } from '#src/domain/digestStep.ts';
import { shiftSummary } from '#src/domain/shiftSummary.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { ShiftCouriers } from './ShiftCouriers.tsx';
import { ShiftNote } from './ShiftNote.tsx';
import { ShiftTotals } from './ShiftTotals.tsx';
import classes from './ShiftSheet.module.css';

const MINUTE_MS = 60_000;
/** Rows of a group at first; more than this nobody reads at a handover. */
const PAGE = 60;
const NOBODY = courierDirectory([], null);

type Props = {
  heading: string;
  span: Span;
  changes: Changes;
  /** Undefined while orders are still being read. */
  digest: Digest | undefined;
  printLists: boolean;
};

export function ShiftSheet({ heading, span, changes, digest, printLists }: Props) {
  const words = useWords(digestWords);
  const t = words.shift;
  const { timeZone } = useAppConfig();
  const format = useFormat();
  const name = useSession().data?.name ?? '';
  const now = useNow(MINUTE_MS);
  const { data: feed } = useOrdersFeed(useQueryClient());
  const { directory = NOBODY, error } = useCourierDirectory();
  const records = feed && feed.loading === null ? feed.records : undefined;
  const summary = useMemo(
    () => records && shiftSummary({ changes, records, directory, span, now }),
    [changes, records, directory, span, now],
  );
  return (
    <article className={classes.sheet} data-print-root data-shift-sheet data-lists={printLists || undefined}>
      <header className={classes.head}>
        <h2>{heading}</h2>
        <p>
          <span>{t.asOf(format.dateTime(now))}</span>
          <span title={timeZone}>{t.zone(format.zoneName())}</span>
          {name !== '' && <span>{t.by(name)}</span>}
        </p>
      </header>
      <DigestGaps changes={changes} span={span} />
      {summary && digest ? (
        <>
          <ShiftTotals summary={summary} listed={digest.groups} />
          <ShiftNote from={span.from} />
          <ShiftCouriers couriers={summary.couriers} unread={directory === NOBODY && error !== null} />
          <section className={classes.lists} aria-label={t.lists}>
            {digest.total === 0 ? (
              <p className={classes.nothing}>{words.nothing}</p>
            ) : (
              <DigestLists digest={digest} asked={`${span.from} ${span.until}`} page={PAGE} />
            )}
          </section>
          <p className={classes.signatures}>
            <span>{t.signature}</span>
            <span>{t.accepted}</span>
          </p>
        </>
      ) : (
        <p className={classes.nothing} role="status">
          {t.ordersWait}
        </p>
      )}
    </article>
  );
}
