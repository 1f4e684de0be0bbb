/** The filter hides every record of a journal. */
import { Button } from '@mantine/core';
import { Nothing } from '#src/components/records/Nothing.tsx';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';

export function NothingToShow({ hidden, onReset }: { hidden: number; onReset: () => void }) {
  const t = useWords(journalsWords).empty;
  return (
    <Nothing title={t.filtered} lead={t.filteredLead(hidden)}>
      <Button variant="default" onClick={onReset}>
        {t.reset}
      </Button>
    </Nothing>
  );
}
