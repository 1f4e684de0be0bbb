/** In place of correction receipts: being read, not read or not readable, none. */
import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Corrections } from '#src/api/receipts.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { ListSkeleton, NothingReadable } from '#src/components/records/ListStates.tsx';
import { Nothing } from '#src/components/records/Nothing.tsx';
import { useWords } from '#src/locales/language.tsx';
import { receiptsWords } from '#src/locales/receiptsWords.ts';

type CorrectionsEmptyProps = {
  query: UseQueryResult<Corrections>;
  /** The chosen one's name; null = all couriers. */
  courier: string | null;
  onAll: () => void;
};

export function CorrectionsEmpty({ query, courier, onAll }: CorrectionsEmptyProps) {
  const t = useWords(receiptsWords).corrections;
  const { data, error, refetch } = query;
  if (!data) return error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <ListSkeleton />;
  if (!data.whole) return <ListSkeleton />;
  if (data.setAside.length > 0) return <NothingReadable />;
  if (courier === null) return <Nothing title={t.none} lead={t.noneLead} />;
  return (
    <Nothing title={t.none} lead={t.noneOf(courier)}>
      <Button variant="default" onClick={onAll}>
        {t.all}
      </Button>
    </Nothing>
  );
}
