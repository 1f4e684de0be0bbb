/** A text for which another list has ready words: one of them is chosen, or one's own is typed. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ListState } from '#src/components/form/ListState.tsx';
import { TypeAhead } from '#src/components/form/TypeAhead.tsx';
import type { ListSlug } from '#src/domain/declaration.ts';
import { fold } from '#src/lib/text.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';
import { declaredList } from './declared.ts';
import { useTitles } from './recordTitles.ts';

type SuggestFieldProps = {
  label: string;
  /** The list whose titles are offered. */
  from: ListSlug;
  value: string;
  onChange: (text: string) => void;
  error?: string | null;
  required?: boolean;
  disabled?: boolean;
  name?: string;
};

export function SuggestField({ from, value, onChange, ...field }: SuggestFieldProps) {
  const t = useWords(recordFormWords);
  const listTitle = useWords(recordsWords).lists[from].title;
  const slugs = useMemo(() => [from], [from]);
  const known = useTitles(slugs).get(from);
  const { error: failure, refetch } = useQuery(declaredList(from).source.list(useQueryClient()));
  const titles = useMemo(() => [...(known?.titles.values() ?? [])].map(({ title }) => title), [known]);
  const query = fold(value);
  // A whole title is no search: whoever opens the list then wants another one.
  const whole = titles.some((title) => fold(title) === query);
  const items = whole ? titles : titles.filter((title) => fold(title).includes(query));
  return (
    <TypeAhead<string>
      {...field}
      listLabel={t.reference.list(listTitle)}
      description={t.hint.suggestion}
      typed={value}
      onTyped={onChange}
      items={items}
      idOf={(title) => title}
      onPick={onChange}
      foot={
        <ListState
          notes={[!known?.whole && failure === null && t.reference.loading]}
          error={known?.whole ? null : failure}
          onRetry={() => void refetch()}
        />
      }
    >
      {(title) => title}
    </TypeAhead>
  );
}
