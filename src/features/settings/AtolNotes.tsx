/** Above the form of Atol Online: what it cannot show, a draft that came back, and how sending ended. */
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { FormNote } from '#src/components/records/FormNote.tsx';
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';
import type { AtolWork } from './useAtolForm.ts';
import classes from './atol.module.css';

export function AtolNotes({ work }: { work: AtolWork }) {
  const t = useWords(settingsWords).fiscal;
  const { dateTime } = useFormat();
  const { restoredAt, ended } = work;
  return (
    <div className={classes.notes}>
      <p className={classes.unread}>{t.noReading}</p>
      {restoredAt !== null && ended === null && (
        <FormNote tone="draft" title={t.restored(dateTime(restoredAt))} />
      )}
      {ended && <Ended ended={ended} />}
    </div>
  );
}

function Ended({ ended }: { ended: NonNullable<AtolWork['ended']> }) {
  const t = useWords(settingsWords).fiscal;
  const { timeSeconds } = useFormat();
  const words = useErrorWords();
  switch (ended.is) {
    case 'accepted':
      return (
        <FormNote tone="ok" title={t.accepted(timeSeconds(ended.at))}>
          {t.acceptedLead}
        </FormNote>
      );
    case 'refused':
      return <FormNote tone="late" title={t.refused[ended.by]} said={ended.message || null} urgent />;
    case 'unsure':
      return (
        <FormNote tone="risk" title={t.unsure} said={words(ended.error).said} urgent>
          {t.unsureLead}
        </FormNote>
      );
    case 'notSent':
      return (
        <FormNote tone="late" title={t.notSent} said={words(ended.error).said} urgent>
          {`${words(ended.error).advice} ${t.notSentLead}`}
        </FormNote>
      );
  }
}
