/** The link of Pechka54: hidden until somebody wants to see it, copied at a press, forgotten with the page. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { usePechka54 } from '#src/api/fiscalSettings.ts';
import { CopyButton } from '#src/components/copy/CopyButton.tsx';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { FormNote } from '#src/components/records/FormNote.tsx';
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';
import classes from './card.module.css';

/** The beginning tells whose link it is; the rest is the key. */
function hidden(url: string): string {
  const origin = URL.canParse(url) ? new URL(url).origin : '';
  return `${origin === '' || origin === 'null' ? '' : `${origin}/`}${'•'.repeat(10)}`;
}

export function Pechka54() {
  const words = useWords(settingsWords);
  const t = words.fiscal.pechka;
  const heading = useId();
  const { data, error, isFetching, refetch } = usePechka54();
  return (
    <section className={classes.card} aria-labelledby={heading} data-pechka>
      <header className={classes.cardHead}>
        <h3 id={heading}>{t.title}</h3>
      </header>
      <p className={classes.what}>{t.lead}</p>
      {error && !isFetching && <Failure error={error} onRetry={() => void refetch()} />}
      {isFetching && !data && <p className={classes.waiting}>{words.loading}</p>}
      {data && (data.url === '' ? <p className={classes.what}>{t.none}</p> : <Link url={data.url} />)}
    </section>
  );
}

function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useWords(settingsWords).fiscal.pechka;
  const { advice, said } = useErrorWords()(error);
  return (
    <FormNote
      tone="late"
      title={t.failed}
      said={said}
      urgent
      actions={
        <Button variant="default" size="xs" onClick={onRetry}>
          {t.again}
        </Button>
      }
    >
      {advice}
    </FormNote>
  );
}

function Link({ url }: { url: string }) {
  const t = useWords(settingsWords).fiscal.pechka;
  const [shown, setShown] = useState(false);
  const look = shown ? t.hide : t.show;
  const Eye = shown ? IconEyeOff : IconEye;
  return (
    <>
      <div className={classes.secretLine} role="group" aria-label={t.link}>
        <code data-shown={shown || undefined}>{shown ? url : hidden(url)}</code>
        <Tooltip label={look}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={look}
            onClick={() => setShown(!shown)}
          >
            <Eye size={16} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <CopyButton look="words" text={url} what={t.what} label={t.copy} advice={t.notCopied} />
      </div>
      <p className={classes.warning}>{t.key}</p>
    </>
  );
}
