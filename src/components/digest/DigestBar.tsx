/** «Пока вас не было…»: a strip over the page, under the header. It pushes nothing and asks for nothing. */
import { IconEyeCheck, IconX } from '@tabler/icons-react';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import type { Pause } from './lastLook.ts';
import { digestCounts } from './digestCounts.ts';
import type { ReadDigest } from './useDigest.ts';
import { momentWords } from './useEntryWords.ts';
import classes from './DigestBar.module.css';

const MINUTE_MS = 60_000;

type Props = { pause: Pause; read: ReadDigest; onShow: () => void; onDismiss: () => void };

/** Nothing stands there while it is being read, nor when nothing happened. */
export function DigestBar({ pause, read: { digest, error, retry }, onShow, onDismiss }: Props) {
  const t = useWords(digestWords);
  const { retry: again } = useText().errors;
  const errorWords = useErrorWords();
  const format = useFormat();
  const moment = momentWords(format, useNow(MINUTE_MS));
  const counts = digest && digest.total > 0 ? digestCounts(digest, t) : null;
  const failed = digest === undefined && error !== null;
  if (counts === null && !failed) return null;
  const span = t.span(moment(pause.from), moment(pause.to));
  return (
    <section className={classes.bar} aria-label={t.bar.label} data-failed={failed || undefined}>
      <IconEyeCheck size={17} stroke={1.7} aria-hidden />
      <p role="status">
        {failed ? (
          <span title={errorWords(error).advice}>
            {t.bar.failed(span)} {errorWords(error).title}
          </span>
        ) : (
          <>
            <span>{t.bar.lead(span)}</span> <strong>{counts}</strong>
          </>
        )}
      </p>
      <button type="button" className={classes.show} onClick={failed ? retry : onShow}>
        {failed ? again : t.bar.show}
      </button>
      <button
        type="button"
        className={classes.dismiss}
        aria-label={t.bar.dismiss}
        title={t.bar.dismiss}
        onClick={onDismiss}
      >
        <IconX size={16} stroke={1.8} aria-hidden />
      </button>
    </section>
  );
}
