/** The title of an id that the story names, out of the list that knows it. */
import { createContext, use } from 'react';
import { useClients } from '#src/api/catalogue.ts';
import type { OrderTitles } from '#src/components/orders/orderTitles.ts';
import { useStatusTitle } from '#src/components/orders/statusTitle.ts';
import type { IdKind } from '#src/domain/orderChange.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';
import { clientName, printedTitle } from './storyText.ts';

/** The lists of iRECA, looked up once for the whole story; null in a story of Kassa, which names no such ids. */
export const StoryTitles = createContext<OrderTitles | null>(null);

/** Which title of the order's lists an id stands for. */
export const FROM_LISTS = {
  delivery: 'deliveryStatus',
  paid: 'orderStatus',
  reason: 'reason',
  courier: 'courier',
  supplier: 'supplier',
  paymentType: 'paymentType',
} as const;

type IdProps = { id: string };

/** An id that no list knows is shown with its number, never hidden. */
export function IdTitle({ of, id }: { of: IdKind } & IdProps) {
  const titles = use(StoryTitles);
  switch (of) {
    case 'kassaStatus':
      return <KassaStatusTitle id={id} />;
    case 'printed':
      return <PrintedTitle id={id} />;
    case 'client':
      return <ClientTitle id={id} />;
    default:
      return titles ? titles[FROM_LISTS[of]](id) : id;
  }
}

function KassaStatusTitle({ id }: IdProps) {
  return useStatusTitle()({ system: 'kassa', status: id });
}

function PrintedTitle({ id }: IdProps) {
  return printedTitle(id, useWords(storyWords));
}

/** The list of clients is long, so it is asked for only when a story names one. */
function ClientTitle({ id }: IdProps) {
  return clientName(id, useClients().data?.records, useWords(storyWords));
}
