/** Why there are no rows: nothing is odd, the search hides them, they are over, or it is not known yet. */
import { Button } from '@mantine/core';
import { ListSkeleton } from '#src/components/records/ListStates.tsx';
import { Nothing } from '#src/components/records/Nothing.tsx';
import type { ListAddress } from '#src/components/records/useListAddress.ts';
import type { QualityKind } from '#src/domain/dataQuality.ts';
import { useWords } from '#src/locales/language.tsx';
import { qualityWords } from '#src/locales/qualityWords.ts';

type QualityEmptyProps = {
  kind: QualityKind | null;
  /** By the search. */
  hidden: number;
  /** Closed or deleted ones that are not shown. */
  closed: number;
  unread: boolean;
  change: ListAddress['change'];
};

export function QualityEmpty({ kind, hidden, closed, unread, change }: QualityEmptyProps) {
  const t = useWords(qualityWords);
  if (hidden > 0) {
    return (
      <Nothing title={t.nothing} lead={t.nothingLead(hidden)}>
        <Button variant="default" onClick={() => change({ q: null })}>
          {t.reset}
        </Button>
      </Nothing>
    );
  }
  if (closed > 0) {
    return (
      <Nothing title={t.onlyOver.title} lead={t.onlyOver.lead(closed)}>
        <Button variant="default" onClick={() => change({ deleted: '1' })}>
          {t.showOver}
        </Button>
      </Nothing>
    );
  }
  if (unread) return kind === null ? <ListSkeleton /> : <Nothing {...t.notYet} />;
  if (kind === null) return <Nothing {...t.none} />;
  return (
    <Nothing {...t.noneOfKind}>
      <Button variant="default" onClick={() => change({ kind: null })}>
        {t.showAll}
      </Button>
    </Nothing>
  );
}
