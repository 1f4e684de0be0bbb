/** Values of a change journal as text, for a file. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ListSoFar } from '#src/api/resource.ts';
import { clients } from '#src/api/resources.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { OrderTitles } from '#src/components/orders/orderTitles.ts';
import { FROM_LISTS } from '#src/components/story/IdTitle.tsx';
import { clientName, printedTitle, storyText } from '#src/components/story/storyText.ts';
import type { Client } from '#src/contracts/ireca/clients.ts';
import type { StoryValue } from '#src/domain/orderChange.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';

/** Says what the screen says: clients are named when the screen has read them. */
export function useValueText(titles: OrderTitles): (field: string, value: StoryValue) => string {
  const words = useWords(storyWords);
  const format = useFormat();
  const client = useQueryClient();
  return useCallback(
    (field, value) =>
      storyText(field, value, {
        words,
        format,
        titleOf: (of, id) => {
          if (of === 'printed') return printedTitle(id, words);
          if (of === 'client') {
            const known = client.getQueryData<ListSoFar<Client>>(clients.queryKey);
            return clientName(id, known?.records, words);
          }
          return of === 'kassaStatus' ? id : titles[FROM_LISTS[of]](id);
        },
      }),
    [words, format, client, titles],
  );
}
