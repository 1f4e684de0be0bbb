/** The sheet of a shift: numbers, couriers, a note, and the orders by group. On paper it is black on white. */
import { useQueryClient } from '@tanstack/react-query';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useSession } from '#src/api/session.ts';
import { DigestGaps } from '#src/components/digest/DigestGaps.tsx';
import { DigestLists } from '#src/components/digest/DigestLists.tsx';
import '#src/components/print/printRoot.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Changes } from '#src/contracts/changes.ts';
import type { Digest } from '#src/domain/digest.ts';
import type { Span } from '#src/domain/digestStep.ts';
import { readUpTo } from '#src/domain/feedAge.ts';
import type { ShiftSummary } from '#src/domain/shiftSummary.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { ShiftCouriers } from './ShiftCouriers.tsx';
import { LeftNote, ShiftNote } from './ShiftNote.tsx';
import { ShiftTotals } from './ShiftTotals.tsx';
import classes from './ShiftSheet.module.css';

/** Rows of a group at first; more than this nobody reads at a handover. */
const PAGE = 60;

type Props = {
  heading: string;
  span: Span;
  changes: Changes;
  /** Why the log could not be read again: the page says so above the sheet, which paper does not show. */
  error: Error | null;
  /** Both undefined while orders are still being read. */
  digest: Digest | undefined;
  summary: ShiftSummary | undefined;
  /** Couriers stand in the summary by their numbers. */
  namesUnread: boolean;
  printLists: boolean;
  /** When the shift before this one began, epoch ms; null = it is not known. */
  shiftBefore: number | null;
};

export function ShiftSheet({
  heading,
  span,
  changes,
  error,
  digest,
  summary,
  namesUnread,
  printLists,
  shiftBefore,
}: Props) {
  const words = useWords(digestWords);
  const t = words.shift;
  const { timeZone, systems } = useAppConfig();
  const format = useFormat();
  const name = useSession().data?.name ?? '';
  const { data: feed } = useOrdersFeed(useQueryClient());
  // Not the clock: with the network away the numbers stand still while it goes on.
  const asOf = feed ? readUpTo(feed.asOf, systems) : null;
  return (
    <article className={classes.sheet} data-print-root data-shift-sheet data-lists={printLists || undefined}>
      <header className={classes.head}>
        <h2>{heading}</h2>
        <p>
          {asOf !== null && <span>{t.asOf(format.dateTime(asOf))}</span>}
          <span title={timeZone}>{t.zone(format.zoneName())}</span>
          {name !== '' && <span>{t.by(name)}</span>}
        </p>
      </header>
      {error && <p className={classes.paperOnly}>{t.logFailed(format.dateTime(changes.now))}</p>}
      <DigestGaps changes={changes} span={span} />
      {summary && digest ? (
        <>
          <ShiftTotals summary={summary} listed={digest.groups} />
          {shiftBefore !== null && <LeftNote from={shiftBefore} />}
          <ShiftNote from={span.from} />
          <ShiftCouriers couriers={summary.couriers} unread={namesUnread} />
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
