/** What the proxy has seen of a callback: where iRECA calls, when it did last and what that was worth. */
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { CallbackKind, CallbackState } from '#src/contracts/callbacks.ts';
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';
import { useMoment } from './useMoment.ts';
import classes from './card.module.css';

/** «40 с назад» is told in such steps. */
const STEP_MS = 5000;

export function CallbackFacts({ kind, state }: { kind: CallbackKind; state: CallbackState }) {
  const t = useWords(settingsWords).callbacks.facts;
  const { url, lastCallAt, lastCallWorth, calls } = state;
  const worth = lastCallWorth === 'named' ? t.worth.named[kind] : lastCallWorth && t.worth[lastCallWorth];
  return (
    <dl className={classes.facts}>
      <div>
        <dt>{t.last}</dt>
        <dd data-nothing={lastCallAt === null || undefined} data-fact="last">
          {lastCallAt === null ? t.never : <LastCall at={lastCallAt} />}
          {lastCallAt !== null && worth && <small>{worth}</small>}
        </dd>
      </div>
      <div>
        <dt>{t.calls}</dt>
        <dd data-fact="calls">{t.count(calls)}</dd>
      </div>
      <div data-long>
        <dt>{t.url}</dt>
        <dd data-nothing={url === null || undefined}>{url === null ? t.noUrl : <code>{url}</code>}</dd>
      </div>
    </dl>
  );
}

/** Ticks by itself. */
function LastCall({ at }: { at: number }) {
  const t = useWords(settingsWords).callbacks.facts;
  const { ago } = useFormat();
  const moment = useMoment();
  const now = useNow(STEP_MS);
  return t.lastAt(moment(at, true), ago(Math.max(0, now - at)));
}
