/** Two people changed one record: what was, what the other made of it, what I made of it, and which of them stays. */
import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import choices from '#src/components/form/MergeChoice.module.css';
import type { FieldSpec } from '#src/domain/declaration.ts';
import type { DraftValues } from '#src/domain/recordDraft.ts';
import { blankValue } from '#src/domain/recordDraft.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import form from './RecordForm.module.css';
import classes from './RecordMergeView.module.css';
import stand from './RecordStand.module.css';
import { useFieldText } from './useFieldText.ts';
import type { RecordEditing } from './recordEditing.ts';
import type { RecordSaving } from './useRecordSaving.ts';

type Choice = 'mine' | 'theirs';

type RecordMergeViewProps = {
  editor: RecordEditing;
  state: Extract<RecordSaving, { phase: 'merging' }>;
};

export function RecordMergeView({ editor, state }: RecordMergeViewProps) {
  const t = useWords(recordFormWords).merge;
  const { list, values: mine } = editor;
  const { merge, opened, theirs, read } = state;
  const [choices, setChoices] = useState<Readonly<Partial<Record<string, Choice>>>>({});
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const left = merge.conflicts.filter((key) => choices[key] === undefined).length;
  const fieldsOf = (keys: readonly string[]) => list.fields.filter(({ key }) => keys.includes(key));

  const settle = () => {
    const settled: Record<string, DraftValues[string]> = { ...merge.values };
    for (const field of fieldsOf(merge.conflicts)) {
      if (choices[field.key] === 'theirs') settled[field.key] = theirs[field.key] ?? blankValue(field);
    }
    editor.settle(settled, read);
  };
  return (
    <div className={form.frame}>
      <div className={`${form.scroll} ${stand.words}`}>
        <h3 ref={title} tabIndex={-1}>
          {t.title}
        </h3>
        <p className={form.muted}>{merge.conflicts.length > 0 ? t.lead : t.leadTaken}</p>
        {fieldsOf(merge.conflicts).map((field) => (
          <Conflict
            key={field.key}
            editor={editor}
            field={field}
            was={opened}
            theirs={theirs}
            mine={mine}
            choice={choices[field.key]}
            onChoose={(choice) => setChoices((before) => ({ ...before, [field.key]: choice }))}
          />
        ))}
        {merge.taken.length > 0 && (
          <Taken editor={editor} fields={fieldsOf(merge.taken)} was={opened} theirs={theirs} />
        )}
      </div>
      <div className={form.foot}>
        <p className={form.muted} aria-live="polite">
          {left > 0 && t.left(left)}
        </p>
        <Button variant="default" onClick={editor.dismiss}>
          {t.back}
        </Button>
        <Button disabled={left > 0} onClick={settle}>
          {t.apply}
        </Button>
      </div>
    </div>
  );
}

type ConflictProps = {
  editor: RecordEditing;
  field: FieldSpec;
  was: DraftValues;
  theirs: DraftValues;
  mine: DraftValues;
  choice: Choice | undefined;
  onChoose: (choice: Choice) => void;
};

function Conflict({ editor, field, was, theirs, mine, choice, onChoose }: ConflictProps) {
  const words = useWords(recordFormWords);
  const t = words.merge;
  const text = useFieldText(editor.list);
  const name = useId();
  const { key } = field;
  const said = (values: DraftValues) => text(field, values[key]) || words.nothing;
  const option = (which: Choice, values: DraftValues, head: string, deed: string) => (
    <label className={choices.choice}>
      <input type="radio" name={name} checked={choice === which} onChange={() => onChoose(which)} />
      <span>
        <small>{head}</small>
        <span>{said(values)}</span>
        <small>{deed}</small>
      </span>
    </label>
  );
  return (
    <fieldset className={classes.conflict} data-field={key}>
      <legend>{editor.labels[key] ?? key}</legend>
      <p className={form.muted}>
        {t.was}: {said(was)}
      </p>
      <div className={classes.choices}>
        {option('theirs', theirs, t.theirs, t.takeTheirs)}
        {option('mine', mine, t.mine, t.keepMine)}
      </div>
    </fieldset>
  );
}

type TakenProps = {
  editor: RecordEditing;
  fields: readonly FieldSpec[];
  was: DraftValues;
  theirs: DraftValues;
};

function Taken({ editor, fields, was, theirs }: TakenProps) {
  const words = useWords(recordFormWords);
  const t = words.merge;
  const text = useFieldText(editor.list);
  return (
    <table className={stand.table} aria-label={t.taken}>
      <caption>{t.taken}</caption>
      <thead>
        <tr>
          <th scope="col">{words.saved.field}</th>
          <th scope="col">{t.was}</th>
          <th scope="col">{t.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.key} data-field={field.key}>
            <th scope="row">{editor.labels[field.key] ?? field.key}</th>
            <td>{text(field, was[field.key]) || words.nothing}</td>
            <td>{text(field, theirs[field.key]) || words.nothing}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
