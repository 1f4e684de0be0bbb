/** The two callbacks of iRECA: what is known of each, and a switch for it. */
import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useCallbacks } from '#src/api/callbacks.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { callbackKindSchema } from '#src/contracts/callbacks.ts';
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';
import { AdminOnly } from './AdminOnly.tsx';
import { CallbackCard } from './CallbackCard.tsx';
import { CallbacksNotes } from './CallbacksNotes.tsx';
import classes from './settings.module.css';

const KINDS = callbackKindSchema.options;

export function CallbacksPage() {
  const t = useWords(settingsWords).nav;
  return (
    <AdminOnly title={t.callbacks}>
      <Callbacks />
    </AdminOnly>
  );
}

function Callbacks() {
  const words = useWords(settingsWords);
  const t = words.callbacks;
  const { data, error, refetch } = useCallbacks();
  const [said, setSaid] = useState('');
  const retry = () => void refetch();
  return (
    <section className={classes.page} aria-label={t.title}>
      <div className={classes.head}>
        <h2>{t.title}</h2>
        <p>{t.lead}</p>
      </div>
      {error && (
        <div className={classes.failure}>
          {data && <strong>{t.stale}</strong>}
          <ErrorNote error={error} onRetry={retry} compact={data !== undefined} />
        </div>
      )}
      {data && <CallbacksNotes answer={data} />}
      {!data && !error && <Skeleton label={words.loading} />}
      {data && (
        <div className={classes.cards}>
          {KINDS.map((kind) => (
            <CallbackCard key={kind} kind={kind} answer={data} onSaid={setSaid} />
          ))}
        </div>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </section>
  );
}

function Skeleton({ label }: { label: string }) {
  return (
    <div className={classes.cards} role="status" aria-label={label}>
      {KINDS.map((kind) => (
        <div key={kind} className={classes.skeleton} aria-hidden>
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
