/** A record as it is read by those who do not keep it: names and values, nothing to type into. */
import type { FieldSpec } from '#src/domain/declaration.ts';
import type { FieldValue } from '#src/domain/recordDraft.ts';
import { phoneLink } from '#src/lib/phone.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import classes from './RecordFacts.module.css';
import { useFieldText } from './useFieldText.ts';
import type { RecordEditing } from './recordEditing.ts';

export function RecordFacts({ editor }: { editor: RecordEditing }) {
  const text = useFieldText(editor.list);
  const nothing = useWords(recordFormWords).nothing;
  return (
    <dl className={classes.facts}>
      {editor.list.fields
        .filter(({ secret }) => !secret)
        .map((field) => {
          const value = editor.values[field.key];
          const words = text(field, value);
          return (
            <div key={field.key} data-field={field.key}>
              <dt>{editor.labels[field.key] ?? field.key}</dt>
              <dd data-nothing={words === '' || undefined}>
                {words === '' ? nothing : <Linked field={field} value={value} words={words} />}
              </dd>
            </div>
          );
        })}
    </dl>
  );
}

function Linked({ field, value, words }: { field: FieldSpec; value: FieldValue | undefined; words: string }) {
  const raw = typeof value === 'string' ? value : '';
  const phone = field.check === 'phone' ? phoneLink(raw) : null;
  if (phone !== null) return <a href={phone}>{words}</a>;
  if (field.check === 'email') return <a href={`mailto:${raw}`}>{words}</a>;
  if (field.check === 'url' && /^https?:\/\//i.test(raw)) {
    return (
      <a href={raw} target="_blank" rel="noreferrer">
        {words}
      </a>
    );
  }
  return <>{words}</>;
}
