/** Names the receipts and payments that a cancelled or deleted order leaves behind, and asks for a word on them. */
import { Button, Loader } from '@mantine/core';
import { IconReceipt2 } from '@tabler/icons-react';
import { usePaymentTypes } from '#src/api/references.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { FiscalTrace } from '#src/components/orders/useFiscalTraces.ts';
import { deedsWords } from '#src/locales/deedsWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { LongList } from './LongList.tsx';
import type { FiscalConfirmation } from './useFiscalConfirmation.ts';
import classes from './FiscalCheck.module.css';

/** What `useFiscalTraces` says where iRECA keeps the number to itself. */
const NO_NUMBER = '—';

type FiscalCheckProps = { check: FiscalConfirmation; deed: 'cancel' | 'delete' };

/** Renders nothing when nothing stands in the way. */
export function FiscalCheck({ check, deed }: FiscalCheckProps) {
  const t = useWords(deedsWords).fiscal;
  const { pending, needed, traces, failed, unchecked } = check;
  if (!pending && !needed) return null;
  const known = traces.length > 0;
  const anyway = {
    cancel: known ? t.cancelAnyway : t.cancelUnchecked,
    delete: known ? t.deleteAnyway : t.deleteUnchecked,
  }[deed];
  return (
    <section
      className={classes.check}
      data-found={known || undefined}
      aria-label={t.label}
      aria-live="polite"
    >
      {pending && (
        <p className={classes.state}>
          <Loader size="xs" /> {t.pending}
          <Button size="compact-xs" variant="default" onClick={check.skip}>
            {t.skip}
          </Button>
        </p>
      )}
      {known && (
        <>
          <h3>
            <IconReceipt2 size={17} stroke={1.7} aria-hidden /> {t.title(traces.length)}
          </h3>
          <LongList items={traces} className={classes.traces}>
            {(trace) => <Trace key={trace.order.key} {...trace} />}
          </LongList>
        </>
      )}
      {failed.length > 0 && (
        <p className={classes.state}>
          {t.failed(failed.map(({ number }) => number).join(', '))}
          <Button size="compact-xs" variant="default" onClick={check.retry}>
            {t.retry}
          </Button>
        </p>
      )}
      {unchecked.length > 0 && <p className={classes.state}>{t.unchecked(unchecked.length)}</p>}
      {needed && (
        <label className={classes.anyway}>
          <input
            type="checkbox"
            checked={check.confirmed}
            onChange={(event) => check.confirm(event.currentTarget.checked)}
          />
          <span>{anyway}</span>
        </label>
      )}
    </section>
  );
}

/** «G-2 · чек № 15 напечатан · оплачено 1 200,00 (Карта)» */
function Trace({ order, receipts, paid, paymentTypeIds }: FiscalTrace) {
  const { dot } = useText().commands;
  const t = useWords(deedsWords).fiscal;
  const format = useFormat();
  const { data } = usePaymentTypes();
  const how = paymentTypeIds
    .map((id) => data?.records.find((type) => type.paymentTypeId === id)?.title ?? '')
    .filter((title) => title !== '')
    .join(', ');
  const found = [
    ...receipts.map((number) => (number === NO_NUMBER ? t.receiptNoNumber : t.receipt(number))),
    paid !== null && t.paid(format.money(paid), how),
  ];
  return (
    <li>
      <b>{order.number}</b>
      {dot}
      {found.filter(Boolean).join(dot)}
    </li>
  );
}
