/** One callback: whether it is on as far as anybody knows, when it was called last, and its switch. */
import { Button, Loader, Switch } from '@mantine/core';
import { useId } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useSwitchCallback } from '#src/api/callbacks.ts';
import { FormNote } from '#src/components/records/FormNote.tsx';
import type { CallbackKind, CallbacksAnswer } from '#src/contracts/callbacks.ts';
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';
import { CallbackFacts } from './CallbackFacts.tsx';
import { CallbackTrouble } from './CallbackTrouble.tsx';
import { useMoment } from './useMoment.ts';
import classes from './card.module.css';
import mark from './StateMark.module.css';

type CallbackCardProps = {
  kind: CallbackKind;
  answer: CallbacksAnswer;
  /** Says aloud how a switch ended. */
  onSaid: (words: string) => void;
};

export function CallbackCard({ kind, answer, onSaid }: CallbackCardProps) {
  const t = useWords(settingsWords).callbacks;
  const { ordersPollSeconds } = useAppConfig();
  const moment = useMoment();
  const heading = useId();
  const { mutate, isPending, variables, error } = useSwitchCallback();
  const { state, switchedAt, switchedBy, outdated } = answer.kinds[kind];
  const { title, what } = t.kinds[kind];
  const barred = answer.missing.length > 0;
  const pace = t.pace(ordersPollSeconds);

  const change = (isActive: boolean) => {
    if (isPending || barred) return;
    onSaid('');
    mutate({ kind, isActive }, { onSuccess: () => onSaid(t.done(title, isActive)) });
  };
  return (
    <section className={classes.card} aria-labelledby={heading} data-callback={kind} data-state={state}>
      <header className={classes.cardHead}>
        <h3 id={heading}>{title}</h3>
        <span className={mark.state} data-state={state} role="status">
          {isPending ? (
            <>
              <Loader size={12} aria-hidden /> {variables.isActive ? t.pending.on : t.pending.off}
            </>
          ) : (
            <>
              <i aria-hidden />
              {t.states[state]}
            </>
          )}
        </span>
        {!isPending && switchedAt !== null && (
          <span className={classes.since}>{t.switched(moment(switchedAt), switchedBy)}</span>
        )}
        <Switch
          className={classes.switch}
          aria-label={t.switchOf(title)}
          aria-busy={isPending}
          checked={state === 'on'}
          disabled={barred}
          onChange={(event) => change(event.currentTarget.checked)}
        />
      </header>
      <p className={classes.what}>{what}</p>
      {error && !isPending && variables && (
        <CallbackTrouble
          error={error}
          title={t.refusedTitle(title, variables.isActive)}
          onRetry={() => change(variables.isActive)}
        />
      )}
      {outdated && (
        <FormNote
          tone="risk"
          title={t.outdated}
          actions={
            <Button size="xs" disabled={isPending || barred} onClick={() => change(true)}>
              {t.turnOnAgain}
            </Button>
          }
        >
          {t.outdatedLead}
        </FormNote>
      )}
      <CallbackFacts kind={kind} state={answer.kinds[kind]} />
      <p className={classes.consequence}>
        {state === 'unknown' && `${t.unknownLead} `}
        {state === 'on' ? t.ifOff[kind](pace) : state === 'off' && t.pollOnly[kind](pace)}
        {state === 'unknown' && !barred && (
          // iRECA may remember a callback of former days.
          <button type="button" disabled={isPending} onClick={() => change(false)}>
            {t.turnOff}
          </button>
        )}
      </p>
    </section>
  );
}
