/** The numbers of a shift: what was done in it, and how things stand now, each leading to its orders where it can. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Digest } from '#src/domain/digest.ts';
import type { View } from '#src/domain/orderFilter.ts';
import type { ShiftSummary } from '#src/domain/shiftSummary.ts';
import { ordersAddress } from '#src/lib/paths.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { refundsText } from './refundsText.ts';
import classes from './ShiftSheet.module.css';

type Props = {
  summary: ShiftSummary;
  /** What stands in the lists below is counted there: number and list cannot differ. */
  listed: Digest['groups'];
};

export function ShiftTotals({ summary, listed }: Props) {
  const t = useWords(digestWords).shift;
  const { money } = useFormat();
  const { delivered, deliveredSum, refunds, now } = summary;
  const becameLate = listed.late.length;
  const link = (title: string, count: number, view: View, grave = false) => (
    <Total title={title} grave={grave && count > 0}>
      <Link to={ordersAddress({ view })}>{count}</Link>
    </Total>
  );
  return (
    <div className={classes.totals}>
      <section aria-label={t.during}>
        <h3>{t.during}</h3>
        <dl>
          <Total title={t.came}>{listed.new.length}</Total>
          <Total title={t.delivered}>{delivered}</Total>
          <Total title={t.cancelled}>{listed.cancelled.length}</Total>
          <Total title={t.becameLate} grave={becameLate > 0}>
            {becameLate}
          </Total>
          {delivered > 0 && (
            <Total title={t.sum} wide>
              <span title={t.sumHint}>{money(deliveredSum.kopecks)}</span>
              {deliveredSum.unknown > 0 && <small>{t.sumUnknown(deliveredSum.unknown)}</small>}
            </Total>
          )}
          {refunds.count > 0 && (
            <Total title={t.refunds} wide>
              {refundsText(refunds, t, money)}
            </Total>
          )}
        </dl>
      </section>
      <section aria-label={t.now}>
        <h3>{t.now}</h3>
        <dl>
          {link(t.open, now.open, 'open')}
          {link(t.unassigned, now.unassigned, 'unassigned', true)}
          <Total title={t.onTheWay}>{now.onTheWay}</Total>
          {link(t.lateNow, now.late, 'late', true)}
        </dl>
      </section>
    </div>
  );
}

type TotalProps = { title: string; grave?: boolean; wide?: boolean; children: ReactNode };

function Total({ title, grave, wide, children }: TotalProps) {
  return (
    <div className={classes.total} data-grave={grave || undefined} data-wide={wide || undefined}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
