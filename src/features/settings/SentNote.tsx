/** What was sent from this computer last. It is a note, and says so: what iRECA keeps now, nobody can read. */
import { Button } from '@mantine/core';
import { useId, useRef } from 'react';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { AtolForm } from '#src/domain/atolSettings.ts';
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';
import type { AtolWork } from './useAtolForm.ts';
import classes from './card.module.css';

export function SentNote({ work }: { work: AtolWork }) {
  const t = useWords(settingsWords).fiscal.last;
  const { dateTime } = useFormat();
  const heading = useId();
  const { sent, sending, fill, forget, mayTakeBack, takeBack } = work;
  const fillButton = useRef<HTMLButtonElement>(null);
  const back = mayTakeBack && (
    <Button
      variant="default"
      size="xs"
      disabled={sending}
      onClick={() => {
        takeBack();
        // This button goes away with the deed.
        fillButton.current?.focus();
      }}
    >
      {t.takeBack}
    </Button>
  );
  return (
    <section className={classes.card} aria-labelledby={heading} data-sent={sent ? '' : undefined}>
      <header className={classes.cardHead}>
        <h3 id={heading}>{t.title}</h3>
        {sent && <span className={classes.since}>{t.at(dateTime(sent.at), sent.by)}</span>}
      </header>
      {sent ? (
        <>
          <p className={classes.what}>{t.lead}</p>
          <SentFacts form={sent.form} />
          <div className={classes.deeds}>
            <Button
              ref={fillButton}
              variant="default"
              size="xs"
              disabled={sending}
              onClick={() => fill(sent)}
            >
              {t.fill}
            </Button>
            {back}
            <Button variant="subtle" color="gray" size="xs" onClick={forget}>
              {t.forget}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={classes.what}>{t.none}</p>
          {back && <div className={classes.deeds}>{back}</div>}
        </>
      )}
    </section>
  );
}

function SentFacts({ form }: { form: AtolForm }) {
  const t = useWords(settingsWords).fiscal;
  const { environment, taxSystem, agent } = form;
  const facts = [
    ['login', form.login],
    ['kktGroup', form.kktGroup],
    ['environment', environment && t.environments[environment].title],
    ['inn', form.inn],
    ['taxSystem', taxSystem && t.taxSystems[taxSystem]],
    ['agent', agent === '' ? t.noAgent : t.agents[agent].title],
    ['settingId', form.settingId],
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(([field, value]) => (
        <div key={field}>
          <dt>{t.fields[field]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div>
        <dt>{t.last.password}</dt>
        <dd data-nothing>{t.last.passwordSent}</dd>
      </div>
    </dl>
  );
}
