/** «Смена»: what happened since the shift began, for handing over; printable. */
import { Button, Checkbox } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useAppConfig } from '#src/api/appConfig.ts';
import { CopyDigest } from '#src/components/digest/CopyDigest.tsx';
import { useDigest } from '#src/components/digest/useDigest.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import frame from '#src/components/format/ToolPage.module.css';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Shift } from '#src/domain/shiftTimes.ts';
import { shiftBegunSince, shiftStart, shiftsUntil } from '#src/domain/shiftTimes.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { ShiftChooser } from './ShiftChooser.tsx';
import { ShiftSheet } from './ShiftSheet.tsx';
import { refundsText } from './refundsText.ts';
import { paramsOfSpan, spanFromParams } from './shiftAddress.ts';
import { useShiftSummary } from './useShiftSummary.ts';
import { useStillSpan } from './useStillSpan.ts';
import classes from './ShiftPage.module.css';

const MINUTE_MS = 60_000;

export function ShiftPage() {
  const words = useWords(digestWords);
  const t = words.shift;
  const { shiftStarts, timeZone } = useAppConfig();
  const format = useFormat();
  const now = useNow(MINUTE_MS);
  const [params, setParams] = useSearchParams();
  const shifts = shiftsUntil(now, shiftStarts, timeZone);
  const current: Shift = shifts[0] ?? { from: shiftStart(now, shiftStarts, timeZone), until: null };
  const span = useStillSpan(spanFromParams(params, current, now));
  useEffect(() => {
    if (params.get('since') !== String(span.from)) setParams(paramsOfSpan(span), { replace: true });
  }, [params, setParams, span]);
  const begun = shiftBegunSince(span, now, shiftStarts, timeZone);
  const read = useDigest(span, null);
  const { digest, changes, error, reading, retry } = read;
  const { summary, namesUnread } = useShiftSummary(changes, span);
  const [lists, setLists] = useState(true);
  // On paper today is soon another day: the heading names it.
  const heading =
    span.until === null
      ? t.heading(format.dateTime(span.from))
      : t.headingPast(format.dateTime(span.from), format.dateTime(span.until));
  // Money that was given back stands in no group of orders.
  const told =
    summary && summary.refunds.count > 0
      ? [`${t.refunds}: ${refundsText(summary.refunds, t, format.money)}`]
      : [];

  return (
    <section className={frame.page} aria-label={t.title}>
      <header className={`${frame.head} ${classes.head}`}>
        <ShiftChooser shifts={shifts} span={span} onChoose={(chosen) => setParams(paramsOfSpan(chosen))} />
        <div role="status">
          {begun && (
            <Button size="xs" variant="light" onClick={() => setParams(paramsOfSpan(begun))}>
              {t.begun}
            </Button>
          )}
        </div>
        <div className={classes.deeds}>
          {digest && digest.total > 0 && <CopyDigest digest={digest} heading={heading} told={told} />}
          <Checkbox
            size="xs"
            label={t.printLists}
            title={t.printListsHint}
            checked={lists}
            onChange={(event) => setLists(event.currentTarget.checked)}
          />
          <Button
            size="xs"
            leftSection={<IconPrinter size={15} stroke={1.8} aria-hidden />}
            onClick={() => window.print()}
          >
            {t.print}
          </Button>
        </div>
      </header>
      <div className={classes.progress} data-on={reading || undefined} aria-hidden />
      <div className={classes.body} tabIndex={0} role="group" aria-label={heading}>
        {error && (
          <div className={classes.error}>
            <ErrorNote error={error} onRetry={retry} />
          </div>
        )}
        {!changes && !error && (
          <div className={classes.skeleton} role="status" aria-label={words.reading}>
            {[30, 90, 70, 85, 60].map((width) => (
              <span key={width} style={{ width: `${width}%` }} aria-hidden />
            ))}
          </div>
        )}
        {changes && (
          <ShiftSheet
            key={`${span.from} ${span.until}`}
            heading={heading}
            span={span}
            changes={changes}
            error={error}
            digest={digest}
            summary={summary}
            namesUnread={namesUnread}
            printLists={lists}
            shiftBefore={shifts.find(({ from }) => from < span.from)?.from ?? null}
          />
        )}
      </div>
    </section>
  );
}
