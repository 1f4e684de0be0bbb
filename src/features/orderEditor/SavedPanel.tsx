/** The order is saved, and something about it has to be said: iRECA wrote it otherwise, or another's changes came in. */
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useAppConfig } from '#src/api/appConfig.ts';
import { fromOrder } from '#src/domain/orderForm.ts';
import { orderAddress } from '#src/lib/paths.ts';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { Note } from './Note.tsx';
import { useFieldWords } from './useFieldWords.ts';
import type { SavingState } from './useSaving.ts';
import classes from './EditorPanel.module.css';

type Props = {
  state: Extract<SavingState, { phase: 'saved' }>;
  isNew: boolean;
  onAnother?: () => void;
};

export function SavedPanel({ state, isNew, onAnother }: Props) {
  const t = useWords(editorWords).saved;
  const { timeZone } = useAppConfig();
  const words = useFieldWords();
  const { saved, asked, taken } = state;
  const { orderId } = saved.order;
  const kept = fromOrder(saved.order, timeZone);
  return (
    <div className={classes.frame}>
      <div className={classes.alone}>
        <Note tone="ok" title={isNew ? t.created(orderId) : t.edited(orderId)} />
        {taken.length > 0 && (
          <Difference
            title={t.taken}
            rows={taken.map((field) => ({
              field,
              name: words.name(field, [kept, asked]),
              values: [words.value(field, kept)],
            }))}
          />
        )}
        {saved.otherwise.length > 0 && (
          <Difference
            title={t.otherwise}
            heads={[t.asked, t.kept]}
            rows={saved.otherwise.map((field) => ({
              field,
              name: words.name(field, [kept, asked]),
              values: [words.value(field, asked), words.value(field, kept)],
            }))}
          />
        )}
        <div className={classes.bar}>
          {onAnother && (
            <Button variant="default" onClick={onAnother}>
              {t.another}
            </Button>
          )}
          <Button component={Link} to={orderAddress('ireca', orderId)} replace>
            {t.open}
          </Button>
        </div>
      </div>
    </div>
  );
}

type Row = { field: string; name: string; values: string[] };

function Difference({ title, heads, rows }: { title: string; heads?: string[]; rows: Row[] }) {
  return (
    <section className={classes.sheet}>
      <h3 className={classes.sheetTitle}>{title}</h3>
      <table className={classes.table} aria-label={title}>
        {heads && (
          <thead>
            <tr>
              <td />
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ field, name, values }) => (
            <tr key={field} data-field={field}>
              <th scope="row">{name}</th>
              {values.map((value, index) => (
                <td key={index} data-head={heads?.[index]}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
