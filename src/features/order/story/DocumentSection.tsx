/** One list of an order's documents: counted, and honest about whether it is empty, unread or on its way. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import type { RecordList } from '#src/contracts/records.ts';
import { fiscalWords } from '#src/locales/fiscalWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';
import { Section } from '../parts/Section.tsx';
import classes from './OrderDocuments.module.css';

type DocumentSectionProps<T> = {
  title: string;
  /** What to say when there is none. */
  empty: string;
  query: UseQueryResult<RecordList<T>>;
  /** Beside the title. */
  aside?: ReactNode;
  /** Draws one of them. */
  children: (record: T, index: number) => ReactNode;
};

export function DocumentSection<T>({ title, empty, query, aside, children }: DocumentSectionProps<T>) {
  const { older } = useWords(storyWords);
  const t = useWords(fiscalWords);
  const { data, error, isPending, isError, refetch } = query;
  const heading = data
    ? t.counted(title, data.records.length)
    : isError
      ? t.notRead(title)
      : t.loading(title);
  return (
    <Section title={heading} aside={aside}>
      {isError && (
        <>
          {data && <p className={classes.note}>{older}</p>}
          <ErrorNote error={error} onRetry={() => void refetch()} compact />
        </>
      )}
      {isPending && <p className={classes.wait} aria-hidden />}
      {data?.records.length === 0 && data.setAside.length === 0 && <p className={classes.note}>{empty}</p>}
      {data && data.setAside.length > 0 && <p className={classes.note}>{t.setAside(data.setAside.length)}</p>}
      {data && data.records.length > 0 && (
        <ul className={classes.documents}>
          {data.records.map((record, index) => (
            <li key={index}>{children(record, index)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
