/** Two people changed one order: what was, what the other made of it, what I made of it, and which of them stays. */
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import choiceLook from '#src/components/form/MergeChoice.module.css';
import { irecaOrderSchema } from '#src/contracts/ireca/order.ts';
import type { Row } from '#src/contracts/wire.ts';
import { fromOrder } from '#src/domain/orderForm.ts';
import type { OrderFormValues } from '#src/domain/orderForm.ts';
import type { MergeField } from '#src/domain/orderMerge.ts';
import { settleMerge } from '#src/domain/orderMerge.ts';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { useFieldWords } from './useFieldWords.ts';
import type { SavingState } from './useSaving.ts';
import classes from './EditorPanel.module.css';

type Choices = Partial<Record<MergeField, 'mine' | 'theirs'>>;

type Props = {
  state: Extract<SavingState, { phase: 'merging' }>;
  opened: Row;
  mine: OrderFormValues;
  onBack: () => void;
  onSettled: (values: OrderFormValues) => void;
};

export function MergeView({ state, opened, mine, onBack, onSettled }: Props) {
  const t = useWords(editorWords).merge;
  const { timeZone } = useAppConfig();
  const { merge, theirs, asked = false } = state;
  const [choices, setChoices] = useState<Choices>({});
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const was = fromOrder(irecaOrderSchema.parse(opened), timeZone);
  const left = merge.conflicts.filter((field) => choices[field] === undefined).length;
  return (
    <div className={classes.frame}>
      <div className={classes.alone} style={{ width: 'min(1080px, 100%)' }}>
        <h2 ref={title} tabIndex={-1}>
          {t.title}
        </h2>
        <p className={classes.muted}>
          {merge.conflicts.length > 0 ? t.lead : asked ? t.leadAsked : t.leadTaken}
        </p>
        {merge.conflicts.length > 0 && (
          <Conflicts
            fields={merge.conflicts}
            was={was}
            theirs={theirs}
            mine={mine}
            choices={choices}
            onChoose={(field, choice) => setChoices((before) => ({ ...before, [field]: choice }))}
          />
        )}
        {merge.taken.length > 0 && <Taken fields={merge.taken} was={was} theirs={theirs} />}
        <div className={classes.bar}>
          <span aria-live="polite">{left > 0 && t.left(left)}</span>
          <Button variant="default" onClick={onBack}>
            {t.back}
          </Button>
          <Button disabled={left > 0} onClick={() => onSettled(settleMerge(merge, theirs, choices))}>
            {asked ? t.applyAsked : t.apply}
          </Button>
        </div>
      </div>
    </div>
  );
}

type ConflictsProps = {
  fields: readonly MergeField[];
  was: OrderFormValues;
  theirs: OrderFormValues;
  mine: OrderFormValues;
  choices: Choices;
  onChoose: (field: MergeField, choice: 'mine' | 'theirs') => void;
};

function Conflicts({ fields, was, theirs, mine, choices, onChoose }: ConflictsProps) {
  const t = useWords(editorWords).merge;
  const words = useFieldWords();
  return (
    <section className={classes.sheet}>
      <table className={classes.table} aria-label={t.conflicts}>
        <thead>
          <tr>
            <th scope="col">{t.conflicts}</th>
            <th scope="col">{t.was}</th>
            <th scope="col">{t.theirs}</th>
            <th scope="col">{t.mine}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const name = words.name(field, [mine, theirs, was]);
            const option = (
              choice: 'mine' | 'theirs',
              values: OrderFormValues,
              deed: string,
              head: string,
            ) => (
              <td data-head={head}>
                <label className={choiceLook.choice}>
                  <input
                    type="radio"
                    name={`merge.${field}`}
                    checked={choices[field] === choice}
                    onChange={() => onChoose(field, choice)}
                  />
                  <span>
                    {words.value(field, values)}
                    <small>{deed}</small>
                  </span>
                </label>
              </td>
            );
            return (
              <tr key={field} data-field={field}>
                <th scope="row">{name}</th>
                <td className={classes.muted} data-head={t.was}>
                  {words.value(field, was)}
                </td>
                {option('theirs', theirs, t.takeTheirs, t.theirs)}
                {option('mine', mine, t.keepMine, t.mine)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Taken({
  fields,
  was,
  theirs,
}: {
  fields: readonly MergeField[];
  was: OrderFormValues;
  theirs: OrderFormValues;
}) {
  const t = useWords(editorWords).merge;
  const words = useFieldWords();
  return (
    <section className={classes.sheet}>
      <table className={classes.table} aria-label={t.taken}>
        <thead>
          <tr>
            <th scope="col">{t.taken}</th>
            <th scope="col">{t.was}</th>
            <th scope="col">{t.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field} data-field={field}>
              <th scope="row">{words.name(field, [theirs, was])}</th>
              <td className={classes.muted} data-head={t.was}>
                {words.value(field, was)}
              </td>
              <td data-head={t.theirs}>{words.value(field, theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
