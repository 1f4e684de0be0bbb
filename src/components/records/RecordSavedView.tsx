/** iRECA accepted the record and reads otherwise: field by field what was sent and what is there. */
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { draftOf } from '#src/domain/recordDraft.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import form from './RecordForm.module.css';
import classes from './RecordStand.module.css';
import { useFieldText } from './useFieldText.ts';
import type { RecordEditing } from './recordEditing.ts';
import type { RecordSaving } from './useRecordSaving.ts';

type RecordSavedViewProps = {
  editor: RecordEditing;
  state: Extract<RecordSaving, { phase: 'saved' }>;
};

export function RecordSavedView({ editor, state }: RecordSavedViewProps) {
  const words = useWords(recordFormWords);
  const t = words.saved;
  const text = useFieldText(editor.list);
  const { list, labels } = editor;
  const { saved, sending } = state;
  const { otherwise, stillDeleted } = saved;
  const kept = draftOf(list.fields, saved.read.record);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const unseenOnly = otherwise.every(({ unseen }) => unseen) && !stillDeleted;
  return (
    <div className={form.frame}>
      <div className={`${form.scroll} ${classes.words}`} role="alert">
        <h3 ref={title} tabIndex={-1}>
          {unseenOnly ? t.unseenOnly : t.otherwise}
        </h3>
        {stillDeleted && <p>{t.stillDeleted}</p>}
        {otherwise.length > 0 && (
          <table className={classes.table} aria-label={t.otherwise}>
            <thead>
              <tr>
                <th scope="col">{t.field}</th>
                <th scope="col">{t.sent}</th>
                <th scope="col">{t.read}</th>
              </tr>
            </thead>
            <tbody>
              {otherwise.map(({ key, unseen }) => {
                const field = list.fields.find((one) => one.key === key);
                if (!field) return null;
                return (
                  <tr key={key} data-field={key}>
                    <th scope="row">{labels[key] ?? key}</th>
                    <td>{text(field, sending.values[key]) || words.nothing}</td>
                    <td>{unseen ? t.unseen : text(field, kept[key]) || words.nothing}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
      </div>
      <div className={form.foot}>
        {editor.id !== null && (
          <Button variant="default" onClick={editor.dismiss}>
            {t.back}
          </Button>
        )}
        <Button onClick={editor.finish}>{t.done}</Button>
      </div>
    </div>
  );
}
