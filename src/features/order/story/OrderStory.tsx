/** Everything that happened to an order, as one timeline. */
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useJournal } from '#src/api/journals.ts';
import { useKassaOrder, useStatusChanges } from '#src/api/order.ts';
import { useOrderTitles } from '#src/components/orders/useOrderTitles.ts';
import type { System } from '#src/contracts/feed.ts';
import { irecaStory, kassaStory } from '#src/domain/orderStory.ts';
import { journalAddress } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';
import { StoryTitles } from '#src/components/story/IdTitle.tsx';
import type { StoryTrouble } from './StoryFrame.tsx';
import { StoryFrame } from './StoryFrame.tsx';
import { useCourierNames, useLoginNames } from '#src/components/story/names.ts';

/** @param props.id `orderId` of iRECA, or Kassa's id. */
export function OrderStory({ system, id }: { system: System; id: string }) {
  return system === 'ireca' ? <IrecaStory key={id} id={id} /> : <KassaStory key={id} id={id} />;
}

type Source = 'journal' | 'statuses' | 'kassa';

/** What the failure of a source means for the reader; `without` is said when the rest of the story is there. */
function useTroubles(): (source: Source, query: UseQueryResult<unknown>, without?: string) => StoryTrouble[] {
  const t = useWords(storyWords);
  return (source, query, without = '') => {
    if (!query.isError) return [];
    // What was read before the failure stays on screen, and is named as such.
    const words = `${t.failed[source]} ${query.data === undefined ? without : t.older}`.trim();
    return [{ source, words, error: query.error, retry: () => void query.refetch() }];
  };
}

const NOTHING = { records: [], setAside: [] };

function IrecaStory({ id }: { id: string }) {
  const t = useWords(storyWords);
  const journal = useJournal(id);
  const statuses = useStatusChanges(id);
  const troublesOf = useTroubles();
  const nameOf = useCourierNames();
  const titles = useOrderTitles();
  // Shown when both have answered: an entry of one alone would change under the hand when the other comes.
  const loading = journal.isPending || statuses.isPending;
  const story = useMemo(() => {
    if (loading || (!journal.data && !statuses.data)) return null;
    const { records: rows, setAside: badRows } = journal.data ?? NOTHING;
    const { records: marks, setAside: badMarks } = statuses.data ?? NOTHING;
    return irecaStory(rows, marks, badRows.length + badMarks.length);
  }, [loading, journal.data, statuses.data]);
  const troubles = [
    ...troublesOf('journal', journal, statuses.data && t.without.journal),
    ...troublesOf('statuses', statuses, journal.data && t.without.statuses),
  ];
  return (
    <StoryTitles value={titles}>
      <StoryFrame
        story={story}
        loading={loading}
        troubles={loading ? [] : troubles}
        nameOf={nameOf}
        journal={journalAddress('changes', { order: id })}
      />
    </StoryTitles>
  );
}

function KassaStory({ id }: { id: string }) {
  const t = useWords(storyWords);
  const troublesOf = useTroubles();
  const query = useKassaOrder(id);
  const order = query.data;
  const nameOf = useLoginNames(order?.responsiblePerson ?? null);
  const story = useMemo(() => {
    if (order === undefined) return null;
    return order === null ? { entries: [], setAside: 0 } : kassaStory(order);
  }, [order]);
  return (
    <StoryFrame
      story={story}
      loading={query.isPending}
      troubles={troublesOf('kassa', query)}
      nameOf={nameOf}
      {...(order === null && { emptyWords: t.missing })}
    />
  );
}
