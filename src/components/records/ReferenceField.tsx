/** A record of another list, found by its title or number. A deleted one is not offered, and is shown where it stands. */
import { IconX } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ListState } from '#src/components/form/ListState.tsx';
import { TypeAhead } from '#src/components/form/TypeAhead.tsx';
import type { ListSlug } from '#src/domain/declaration.ts';
import { recordIndex, searchRecords } from '#src/domain/recordOrder.ts';
import { fold } from '#src/lib/text.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';
import { declaredList } from './declared.ts';
import classes from './recordFields.module.css';
import { useTitles } from './recordTitles.ts';

/** More than anybody reads; what is meant comes up with another letter. */
const SHOWN = 50;

type Option = { id: string; title: string };

export type ReferenceFieldProps = {
  label: string;
  /** The list that it points into. */
  from: ListSlug;
  /** An id; '' = none. */
  value: string;
  onChange: (id: string) => void;
  /** Never offered: a record cannot stand below itself. */
  except?: ReadonlySet<string>;
  error?: string | null;
  description?: string;
  required?: boolean;
  disabled?: boolean;
  name?: string;
  /** Only for screen readers, in a table of lines. */
  hideLabel?: boolean;
};

export function ReferenceField(props: ReferenceFieldProps) {
  const { label, from, value, onChange, except, error, description, required, disabled, name } = props;
  const t = useWords(recordFormWords).reference;
  const listTitle = useWords(recordsWords).lists[from].title;
  const slugs = useMemo(() => [from], [from]);
  const known = useTitles(slugs).get(from);
  const { error: failure, refetch } = useQuery(declaredList(from).source.list(useQueryClient()));
  const [typed, setTyped] = useState<string | null>(null);
  const { shown, more, all } = useOptions(known?.titles, except, typed ?? '', value);

  const held = known?.titles.get(value);
  const heldTitle = value === '' ? '' : held?.title || t.unknown(value);
  const note = held?.deleted ? t.deletedHint : !held && value !== '' && known?.whole ? t.unknownHint : null;
  const choose = (id: string) => {
    setTyped(null);
    if (id !== value) onChange(id);
  };
  /** The field is left: a whole title is taken, nothing is nothing, and half a word leaves what stood there. */
  const settle = () => {
    if (typed === null) return;
    const query = fold(typed);
    const exact = all.filter(({ id, title }) => fold(title) === query || id === query);
    if (query === '') choose('');
    else if (exact.length === 1 && exact[0]) choose(exact[0].id);
    else setTyped(null);
  };

  return (
    <div
      className={classes.reference}
      onBlur={settle}
      // Whoever comes here wants another one: the first letter replaces what stands there.
      onFocus={({ target }) => target instanceof HTMLInputElement && target.select()}
    >
      <TypeAhead<Option>
        label={label}
        hideLabel={props.hideLabel}
        listLabel={t.list(listTitle)}
        placeholder={t.placeholder}
        typed={typed ?? heldTitle}
        onTyped={setTyped}
        items={shown}
        idOf={({ id }) => id}
        onPick={({ id }) => choose(id)}
        error={error}
        description={[description, note].filter(Boolean).join('; ') || undefined}
        required={required}
        disabled={disabled}
        name={name}
        aside={
          value !== '' && !required && !disabled ? (
            <button
              type="button"
              className={classes.clear}
              aria-label={t.clear(label)}
              title={t.clear(label)}
              onClick={() => choose('')}
            >
              <IconX size={14} stroke={1.8} aria-hidden />
            </button>
          ) : undefined
        }
        foot={
          <ListState
            notes={[
              more > 0 && t.more(more),
              known?.whole && shown.length === 0 && (typed?.trim() ? t.nothing(typed.trim()) : t.empty),
              !known?.whole && failure === null && t.loading,
            ]}
            error={known?.whole ? null : failure}
            onRetry={() => void refetch()}
          />
        }
      >
        {({ id, title }) => (
          <span className={classes.option} data-held={id === value || undefined}>
            <span>{title || t.unknown(id)}</span>
            <span className={classes.optionId}>{id}</span>
          </span>
        )}
      </TypeAhead>
    </div>
  );
}

/** What matches, titles that begin so first; with nothing typed the held one leads. `all`: everything that may be chosen. */
function useOptions(
  titles: ReadonlyMap<string, { title: string; deleted: boolean }> | undefined,
  except: ReadonlySet<string> | undefined,
  typed: string,
  held: string,
) {
  const index = useMemo(() => {
    const options: Option[] = [];
    for (const [id, { title, deleted }] of titles ?? []) {
      if (!deleted && !except?.has(id)) options.push({ id, title });
    }
    return recordIndex(options, ({ id, title }) => ({ texts: [title, id] }));
  }, [titles, except]);
  return useMemo(() => {
    const query = fold(typed);
    const found = searchRecords(index, typed);
    const leads = ({ id, title }: Option) =>
      query === '' ? id === held : id === query || fold(title).startsWith(query);
    const best = [...found.filter(leads), ...found.filter((one) => !leads(one))];
    return {
      shown: best.slice(0, SHOWN),
      more: Math.max(0, best.length - SHOWN),
      all: index.map(({ record }) => record),
    };
  }, [index, typed, held]);
}
