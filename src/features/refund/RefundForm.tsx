/** The form of a refund: kept while it is put together, checked as a whole, sent once. */
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link, useNavigate } from 'react-router';
import { useAppConfig } from '#src/api/appConfig.ts';
import { LineNote, RestoredNote } from '#src/components/form/FormNotes.tsx';
import { orderKey } from '#src/api/order.ts';
import type { ReadOrder } from '#src/api/order.ts';
import { FormPage } from '#src/components/form/FormPage.tsx';
import { LeaveGuard } from '#src/components/form/LeaveGuard.tsx';
import { OrderMoved } from '#src/components/form/OrderMoved.tsx';
import { focusFirstWrong, leaveField } from '#src/components/form/firstWrong.ts';
import { leaveFreely } from '#src/components/form/leaveFreely.ts';
import { useDraft } from '#src/components/form/useDraft.ts';
import { useOrderMoved } from '#src/components/form/useOrderMoved.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { SystemBadge } from '#src/components/orders/SystemBadge.tsx';
import { typeWindow } from '#src/domain/deliveryWindow.ts';
import { refundSheet, refundTotals } from '#src/domain/refund.ts';
import type { RefundErrors } from '#src/domain/refundCheck.ts';
import { checkRefund } from '#src/domain/refundCheck.ts';
import type { RefundDraft } from '#src/domain/refundForm.ts';
import { blankRefund, isRefundDraft, refundOrder } from '#src/domain/refundForm.ts';
import { orderAddress } from '#src/lib/paths.ts';
import { formWords } from '#src/locales/formWords.ts';
import { refundWords } from '#src/locales/refundWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { GoodsSection } from './GoodsSection.tsx';
import { MoneySection } from './MoneySection.tsx';
import { OrderSection } from './OrderSection.tsx';
import { OutcomeNote } from './OutcomeNote.tsx';
import { ReasonSection } from './ReasonSection.tsx';
import { RefundTotals } from './RefundTotals.tsx';
import { RefundWarnings } from './RefundWarnings.tsx';
import { useIrecaNumbers } from './useIrecaNumbers.ts';
import { useRefund } from './useRefund.ts';
import classes from './refund.module.css';

const NO_ERRORS: RefundErrors = {};
const QUARTER_MS = 15 * 60_000;
const WINDOW_MS = 2 * 60 * 60_000;

/** The two hours that begin with the next quarter of an hour. */
const nextWindow = (now: number, timeZone: string) => {
  const from = Math.ceil(now / QUARTER_MS) * QUARTER_MS;
  return typeWindow({ from, to: from + WINDOW_MS }, timeZone);
};

export function RefundForm({ read: { order, raw } }: { read: ReadOrder }) {
  const t = useWords(refundWords);
  const format = useFormat();
  const navigate = useNavigate();
  const { timeZone } = useAppConfig();
  const client = useQueryClient();
  const { moved: movedWords } = useWords(formWords);
  const moved = useOrderMoved(raw, raw);
  const number = order.codeAlias || order.orderId;
  const [blank] = useState(() =>
    blankRefund(order, nextWindow(Date.now(), timeZone), t.order.descriptionOf(number)),
  );
  const { values, setValues, restoredAt, reset } = useDraft(`refund.${order.orderId}`, blank, isRefundDraft);
  const { taken, next } = useIrecaNumbers();
  const [tried, setTried] = useState(false);

  const open = (orderId: string) => {
    reset(blank);
    leaveFreely(() => void navigate(orderAddress('ireca', orderId), { replace: true }));
  };
  const { outcome, send, look, forget } = useRefund({ originalId: order.orderId, onCreated: open });

  const sheet = useMemo(() => refundSheet(order), [order]);
  const settled = useMemo(() => ({ ...values, orderId: values.orderId ?? next ?? '' }), [values, next]);
  const found = useMemo(
    () => (tried ? checkRefund(settled, sheet, { taken, timeZone }) : null),
    [tried, settled, sheet, taken, timeZone],
  );
  const { due } = refundTotals(sheet.lines, values.counts);
  const busy = outcome.step === 'sending';
  const waits = outcome.step === 'looking' || outcome.step === 'unreadable' || outcome.step === 'odd';

  const change = (part: Partial<RefundDraft>) => {
    forget();
    setValues((held) => ({ ...held, ...part }));
  };
  const trySending = (form: HTMLFormElement) => {
    if (busy) return;
    flushSync(() => leaveField(form));
    flushSync(() => {
      forget();
      setTried(true);
    });
    if (checkRefund(settled, sheet, { taken, timeZone }) || form.querySelector('[aria-invalid="true"]')) {
      focusFirstWrong(form);
      return;
    }
    void send(settled.orderId, (original) => {
      const now = refundSheet(original);
      const wrong = now.bar !== null || checkRefund(settled, now, { taken: new Set(), timeZone });
      return wrong ? null : refundOrder(original, now, settled, { timeZone, now: Date.now() });
    });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!waits) trySending(event.currentTarget);
  };
  const startAnew = () => {
    reset(blank);
    setTried(false);
    forget();
  };

  const refused = (field: string) => {
    if (outcome.step === 'taken') return field === 'orderId' ? t.error.taken : null;
    if (outcome.step !== 'failed' || outcome.field !== field) return null;
    return outcome.error instanceof Error ? outcome.error.message : null;
  };
  const part = { values, sheet, change, errors: found ?? NO_ERRORS, refused };

  return (
    <FormPage
      title={t.title(number)}
      backTo={orderAddress('ireca', order.orderId)}
      busy={busy}
      onSubmit={submit}
      aside={
        <>
          <SystemBadge system="ireca" />
          <Link className={classes.other} to={orderAddress('ireca', order.orderId)}>
            {t.backToOrder}
          </Link>
          {/* A refund changes its original too: what comes of one's own sending is told below. */}
          <OrderMoved
            moved={busy || waits ? null : moved}
            deed={movedWords.reread}
            onDeed={() => void client.invalidateQueries({ queryKey: orderKey('ireca', order.orderId) })}
          />
        </>
      }
      notes={
        <>
          {restoredAt !== null && (
            <RestoredNote
              words={t.restored(format.dateTime(restoredAt))}
              clear={t.clear}
              onClear={startAnew}
            />
          )}
          <RefundWarnings order={order} />
          {found && (
            <LineNote tone="late" urgent>
              {t.wrong}
            </LineNote>
          )}
          <OutcomeNote outcome={outcome} onOpen={open} onLook={look} onSendAgain={trySending} />
        </>
      }
      summary={<RefundTotals totals={refundTotals(sheet.lines, values.counts)} />}
      actions={
        <Button type="submit" loading={busy} disabled={waits}>
          {due > 0 ? t.submit(format.money(due)) : t.submitNone}
        </Button>
      }
    >
      <GoodsSection {...part} />
      <div className={classes.column}>
        <ReasonSection {...part} />
        <MoneySection {...part} />
      </div>
      <OrderSection {...part} order={order} suggested={next ?? ''} />
      <LeaveGuard dirty={values !== blank && outcome.step !== 'odd'} />
    </FormPage>
  );
}
