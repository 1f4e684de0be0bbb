/** Which program changed it, and what it changed: chosen from what the journal itself names. */
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';
import type { ChangeChoices } from './changesFilter.ts';
import classes from './JournalBar.module.css';
import type { JournalView } from './journalView.ts';
import { useProgramTitle } from './programTitle.ts';

type ChangesChoiceProps = {
  choices: ChangeChoices;
  view: JournalView;
  change: (part: Partial<JournalView>) => void;
};

export function ChangesChoice({ choices, view, change }: ChangesChoiceProps) {
  const t = useWords(journalsWords).filter;
  const { field: fieldTitle } = useWords(storyWords);
  const programTitle = useProgramTitle();
  return (
    <>
      <Choice
        label={t.program}
        any={t.anyProgram}
        options={choices.programs}
        titleOf={programTitle}
        value={view.program}
        onChange={(program) => change({ program })}
      />
      <Choice
        label={t.field}
        any={t.anyField}
        options={choices.fields}
        titleOf={fieldTitle}
        value={view.field}
        onChange={(field) => change({ field })}
      />
    </>
  );
}

type ChoiceProps = {
  label: string;
  any: string;
  options: readonly string[];
  titleOf: (option: string) => string;
  value: string | null;
  onChange: (value: string | null) => void;
};

/** Where there is nothing to choose between, there is no choice. */
function Choice({ label, any, options, titleOf, value, onChange }: ChoiceProps) {
  if (options.length < 2 && value === null) return null;
  return (
    <select
      className={classes.choice}
      aria-label={label}
      value={value ?? ''}
      data-chosen={value !== null || undefined}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    >
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {titleOf(option)}
        </option>
      ))}
    </select>
  );
}
