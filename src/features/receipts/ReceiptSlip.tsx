/** A receipt like the paper slip it came on: every documented field, to be copied one by one, whole, or printed. */
import { IconPrinter } from '@tabler/icons-react';
import { useId } from 'react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { CopyButton } from '#src/components/copy/CopyButton.tsx';
import { FactList, factLines } from '#src/components/fiscal/FactList.tsx';
import { useReceiptFacts } from '#src/components/fiscal/useReceiptFacts.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { Receipt } from '#src/contracts/ireca/fiscal.ts';
import { courierOf } from '#src/domain/courierDirectory.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { fiscalWords } from '#src/locales/fiscalWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { receiptsWords } from '#src/locales/receiptsWords.ts';
import classes from './ReceiptSlip.module.css';

const ICON = { size: 15, stroke: 1.7, 'aria-hidden': true } as const;

type ReceiptSlipProps = {
  kind: 'payment' | 'refund';
  receipt: Receipt;
  orderId: string;
  /** As the feed has it; null = it does not. */
  order: DispatchOrder | null;
  /** Epoch ms. */
  readAt: number;
  /** It alone goes on the paper now. */
  printed: boolean;
  onPrint: () => void;
};

export function ReceiptSlip({ kind, receipt, orderId, order, readAt, printed, onPrint }: ReceiptSlipProps) {
  const t = useWords(receiptsWords).slip;
  const { noNumber } = useWords(fiscalWords);
  const id = useId();
  const { dateTime } = useFormat();
  const { directory } = useCourierDirectory();
  const facts = useReceiptFacts()(receipt);
  const courier = order && directory ? (courierOf(order, directory)?.title ?? '') : '';
  const named = order && order.number !== orderId ? `${order.number} (iRECA ${orderId})` : orderId;
  const about = [
    { name: t.order, value: named },
    { name: t.courier, value: courier },
  ];
  // What iRECA left empty is said: a slip without a fiscal sign is no slip.
  const shown = facts.map((fact) => (fact.value === '' ? { name: fact.name, value: t.unsaid } : fact));
  const number = receipt.receiptNumber || receipt.fdNumber || noNumber;
  const whole = `${t[kind]}\n${factLines([...about, ...facts])}`;
  return (
    <article className={classes.slip} aria-labelledby={id} data-slip={kind} data-print={printed || undefined}>
      <h4 id={id} className={classes.title}>
        <span>{t[kind]}</span>
        <span>№ {number}</span>
      </h4>
      <div className={classes.about}>
        <FactList facts={about} />
      </div>
      <FactList facts={shown} />
      <p className={classes.source}>{t.source(dateTime(readAt))}</p>
      <footer className={classes.deeds}>
        <CopyButton look="plain" text={whole} what={t.region(t[kind], number)} label={t.copy}>
          {(Icon) => (
            <>
              <Icon {...ICON} />
              {t.copy}
            </>
          )}
        </CopyButton>
        <button type="button" onClick={onPrint}>
          <IconPrinter {...ICON} />
          {t.print}
        </button>
      </footer>
    </article>
  );
}
