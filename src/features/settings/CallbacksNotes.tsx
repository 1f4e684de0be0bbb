/** What stands in the way of callbacks: settings that are missing, an address nobody can call, calls of strangers. */
import type { CallbacksAnswer } from '#src/contracts/callbacks.ts';
import { CopyButton } from '#src/components/copy/CopyButton.tsx';
import { FormNote } from '#src/components/records/FormNote.tsx';
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';
import { useMoment } from './useMoment.ts';
import classes from './settings.module.css';

/** What a line of `.env` looks like; the secret is made by whoever sets it up. */
const LINES = { PUBLIC_URL: 'PUBLIC_URL=https://pult.example.ru', CALLBACK_SECRET: 'CALLBACK_SECRET=' };
const MAKES_A_SECRET = 'openssl rand -hex 32';

export function CallbacksNotes({ answer }: { answer: CallbacksAnswer }) {
  const t = useWords(settingsWords).callbacks;
  const moment = useMoment();
  const { missing, local, refused, lastRefusedAt } = answer;
  const lines = missing.map((name) => LINES[name]).join('\n');
  return (
    <div className={classes.notes}>
      {missing.length > 0 && (
        <FormNote tone="risk" title={t.missing.title(missing.join(t.missing.and))}>
          {t.missing.lead}
          <span className={classes.lines}>
            <code>{lines}</code>
            <CopyButton text={lines} what={t.missing.lines} />
          </span>
          {missing.includes('PUBLIC_URL') && <span className={classes.line}>{t.missing.url}</span>}
          {missing.includes('CALLBACK_SECRET') && (
            <span className={classes.line}>
              {t.missing.secret} <code>{MAKES_A_SECRET}</code>
            </span>
          )}
        </FormNote>
      )}
      {local && missing.length === 0 && (
        <FormNote tone="plain" title={t.local.title}>
          {t.local.lead}
        </FormNote>
      )}
      {refused > 0 && (
        <FormNote tone="risk" title={t.strangers.title(refused)}>
          {lastRefusedAt !== null && `${t.strangers.last(moment(lastRefusedAt, true))} `}
          {t.strangers.lead}
        </FormNote>
      )}
    </div>
  );
}
