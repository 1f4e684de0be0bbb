/** What a dispatcher should know before giving back: no receipt yet, another refund of this client under way. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useReceipts } from '#src/api/order.ts';
import { useOrdersFeed } from '#src/api/ordersFeed.ts';
import { LineNote } from '#src/components/form/FormNotes.tsx';
import type { IrecaOrder } from '#src/contracts/ireca/order.ts';
import { samePhone } from '#src/lib/phone.ts';
import { orderAddress } from '#src/lib/paths.ts';
import { refundWords } from '#src/locales/refundWords.ts';
import { useWords } from '#src/locales/language.tsx';

/**
 * iRECA counts goods as given back once a refund is done; one that is still under way names no original. So open refunds
 * for the same phone are shown, and it is for the dispatcher to say whether they are this one.
 */
export function RefundWarnings({ order }: { order: IrecaOrder }) {
  const t = useWords(refundWords).warn;
  const { data: receipts } = useReceipts(order.orderId);
  const { data: feed } = useOrdersFeed(useQueryClient());
  const open = useMemo(
    () =>
      [...(feed?.records.values() ?? [])].filter(
        (one) => one.system === 'ireca' && one.isRefund && one.open && samePhone(one.phone, order.phone),
      ),
    [feed, order.phone],
  );
  return (
    <>
      {receipts?.records.length === 0 && <LineNote tone="risk">{t.noReceipt}</LineNote>}
      {open.length > 0 && (
        <LineNote tone="risk">
          {t.open(open.length)}
          {open.map(({ id, number }) => (
            <Link key={id} to={orderAddress('ireca', id)}>
              {number}
            </Link>
          ))}
        </LineNote>
      )}
    </>
  );
}
