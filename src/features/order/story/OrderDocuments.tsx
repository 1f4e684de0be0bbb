/** Receipts of an iRECA order, and what went wrong at its terminal and its fiscal recorder. */
import { useReceipts, useRecorderErrors, useReturnReceipts, useTerminalErrors } from '#src/api/order.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Receipt, RecorderError, TerminalError } from '#src/contracts/ireca/fiscal.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';
import { CopyButton } from './CopyButton.tsx';
import { DocumentSection } from './DocumentSection.tsx';
import type { Fact } from './FactList.tsx';
import { FactList, factLines } from './FactList.tsx';
import { useCourierNames } from './names.ts';
import classes from './OrderDocuments.module.css';

/** @param props.orderId of iRECA; Kassa's text knows no such reads. */
export function OrderDocuments({ orderId }: { orderId: string }) {
  const t = useWords(storyWords).documents;
  const receipts = useReceipts(orderId);
  const returns = useReturnReceipts(orderId);
  const terminal = useTerminalErrors(orderId);
  const recorder = useRecorderErrors(orderId);
  return (
    <>
      <DocumentSection title={t.receipts} empty={t.noReceipts} query={receipts}>
        {(receipt) => <ReceiptCard receipt={receipt} />}
      </DocumentSection>
      <DocumentSection title={t.returnReceipts} empty={t.noReturnReceipts} query={returns}>
        {(receipt) => <ReceiptCard receipt={receipt} />}
      </DocumentSection>
      <DocumentSection title={t.terminalErrors} empty={t.noTerminalErrors} query={terminal}>
        {(one) => <TerminalErrorCard one={one} />}
      </DocumentSection>
      <DocumentSection title={t.recorderErrors} empty={t.noRecorderErrors} query={recorder}>
        {(one) => <RecorderErrorCard one={one} />}
      </DocumentSection>
    </>
  );
}

function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const t = useWords(storyWords).documents;
  const format = useFormat();
  const facts: Fact[] = [
    { name: t.serialNumber, value: receipt.serialNumber },
    { name: t.shiftNumber, value: receipt.shiftNumber },
    { name: t.receiptNumber, value: receipt.receiptNumber },
    { name: t.fn, value: receipt.fn, copied: true },
    { name: t.fdNumber, value: receipt.fdNumber, copied: true },
    { name: t.fiscalSign, value: receipt.fiscalSign, copied: true },
    { name: t.time, value: timeOf(receipt.dateTimeReceipt, format) },
  ];
  return (
    <>
      <p className={classes.head}>
        <strong>{t.receipt(receipt.receiptNumber || receipt.fdNumber || t.noNumber)}</strong>
        <CopyButton text={factLines(facts)} label={t.copyAll} />
      </p>
      <FactList facts={facts} />
    </>
  );
}

/** «21 нояб., 14:02:31 МСК»; '' when the time is not known. */
function timeOf(at: number | null, { date, timeSeconds, zoneName }: ReturnType<typeof useFormat>): string {
  return at === null ? '' : `${date(at)}, ${timeSeconds(at)} ${zoneName()}`;
}

function ErrorHead({ code, text }: { code: string; text: string }) {
  const t = useWords(storyWords).documents;
  return (
    <p className={classes.head}>
      <span className={classes.code}>{code === '' ? t.noCode : t.code(code)}</span>
      <strong>{text || t.noText}</strong>
    </p>
  );
}

function TerminalErrorCard({ one }: { one: TerminalError }) {
  const t = useWords(storyWords).documents;
  const nameOf = useCourierNames();
  const format = useFormat();
  return (
    <>
      <ErrorHead code={one.errorCode} text={one.errorText} />
      <FactList
        facts={[
          { name: t.amount, value: one.amount === null ? '' : format.money(one.amount) },
          { name: t.card, value: one.cardNumber },
          { name: t.paymentSystem, value: one.paymentSystem },
          { name: t.terminal, value: one.serialNumber },
          { name: t.courier, value: one.courierId === null ? '' : nameOf(one.courierId) },
          { name: t.time, value: timeOf(one.transactionCreatedAt, format) },
        ]}
      />
    </>
  );
}

function RecorderErrorCard({ one }: { one: RecorderError }) {
  const t = useWords(storyWords).documents;
  const nameOf = useCourierNames();
  const format = useFormat();
  return (
    <>
      <ErrorHead code={one.errorCode} text={one.errorText} />
      <FactList
        facts={[
          { name: t.amount, value: one.amount === null ? '' : format.money(one.amount) },
          { name: t.recorder, value: one.serialNumber },
          { name: t.courier, value: one.courierId === null ? '' : nameOf(one.courierId) },
          { name: t.time, value: timeOf(one.commandExecutedAt, format) },
        ]}
      />
    </>
  );
}
