/** Every documented field of a receipt as named facts, in the order in which a paper slip has them. */
import { useCallback } from 'react';
import type { Receipt } from '#src/contracts/ireca/fiscal.ts';
import { fiscalWords } from '#src/locales/fiscalWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { Fact } from './FactList.tsx';
import { useFiscalTime } from './useFiscalTime.ts';

/** Gives `(receipt) => facts`; what iRECA left empty has '' for a value. */
export function useReceiptFacts(): (receipt: Omit<Receipt, 'orderId'>) => Fact[] {
  const t = useWords(fiscalWords);
  const timeOf = useFiscalTime();
  return useCallback(
    (receipt) => [
      { name: t.serialNumber, value: receipt.serialNumber },
      { name: t.shiftNumber, value: receipt.shiftNumber },
      { name: t.receiptNumber, value: receipt.receiptNumber },
      { name: t.fn, value: receipt.fn, copied: true },
      { name: t.fdNumber, value: receipt.fdNumber, copied: true },
      { name: t.fiscalSign, value: receipt.fiscalSign, copied: true },
      { name: t.time, value: timeOf(receipt.dateTimeReceipt) },
    ],
    [t, timeOf],
  );
}
