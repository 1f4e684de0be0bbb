/** Receipts of an iRECA order, and what went wrong at its terminal and its fiscal recorder. */
import { Link } from 'react-router';
import type { JournalError } from '#src/api/journals.ts';
import { useRecorderErrors, useTerminalErrors } from '#src/api/journals.ts';
import { useReceipts, useReturnReceipts } from '#src/api/order.ts';
import chip from '#src/components/fiscal/errorCode.module.css';
import { CopyButton } from '#src/components/copy/CopyButton.tsx';
import { FactList, factLines } from '#src/components/fiscal/FactList.tsx';
import { useFiscalTime } from '#src/components/fiscal/useFiscalTime.ts';
import { useReceiptFacts } from '#src/components/fiscal/useReceiptFacts.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useCourierNames } from '#src/components/story/names.ts';
import type { Receipt } from '#src/contracts/ireca/fiscal.ts';
import { receiptsAddress } from '#src/lib/paths.ts';
import { fiscalWords } from '#src/locales/fiscalWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { DocumentSection } from './DocumentSection.tsx';
import classes from './OrderDocuments.module.css';

/** @param props.orderId of iRECA; Kassa's text knows no such reads. */
export function OrderDocuments({ orderId }: { orderId: string }) {
  const t = useWords(fiscalWords);
  const receipts = useReceipts(orderId);
  const returns = useReturnReceipts(orderId);
  const terminal = useTerminalErrors({ orderId });
  const recorder = useRecorderErrors({ orderId });
  return (
    <>
      <DocumentSection
        title={t.receipts}
        empty={t.noReceipts}
        query={receipts}
        aside={
          <Link className={classes.way} to={receiptsAddress(orderId)}>
            {t.asSlips}
          </Link>
        }
      >
        {(receipt) => <ReceiptCard receipt={receipt} />}
      </DocumentSection>
      <DocumentSection title={t.returnReceipts} empty={t.noReturnReceipts} query={returns}>
        {(receipt) => <ReceiptCard receipt={receipt} />}
      </DocumentSection>
      <DocumentSection title={t.terminalErrors} empty={t.noTerminalErrors} query={terminal}>
        {(one) => <DeviceErrorCard one={one} device={t.terminal} />}
      </DocumentSection>
      <DocumentSection title={t.recorderErrors} empty={t.noRecorderErrors} query={recorder}>
        {(one) => <DeviceErrorCard one={one} device={t.recorder} />}
      </DocumentSection>
    </>
  );
}

function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const t = useWords(fiscalWords);
  const facts = useReceiptFacts()(receipt);
  const title = t.receipt(receipt.receiptNumber || receipt.fdNumber || t.noNumber);
  return (
    <>
      <p className={classes.head}>
        <strong>{title}</strong>
        <CopyButton text={factLines(facts)} what={title} label={t.copyAll} />
      </p>
      <FactList facts={facts} />
    </>
  );
}

function ErrorHead({ code, text }: { code: string; text: string }) {
  const t = useWords(fiscalWords);
  return (
    <p className={classes.head}>
      <span className={chip.code}>{code === '' ? t.noCode : t.code(code)}</span>
      <strong>{text || t.noText}</strong>
    </p>
  );
}

/** @param props.device the word for the number of the device. */
function DeviceErrorCard({ one, device }: { one: JournalError; device: string }) {
  const t = useWords(fiscalWords);
  const nameOf = useCourierNames();
  const { money } = useFormat();
  const timeOf = useFiscalTime();
  return (
    <>
      <ErrorHead code={one.errorCode} text={one.errorText} />
      <FactList
        facts={[
          { name: t.amount, value: one.amount === null ? '' : money(one.amount) },
          { name: t.card, value: one.cardNumber },
          { name: t.paymentSystem, value: one.paymentSystem },
          { name: device, value: one.serialNumber },
          { name: t.courier, value: one.courierId === null ? '' : nameOf(one.courierId) },
          { name: t.time, value: timeOf(one.at) },
        ]}
      />
    </>
  );
}
