/** In the header: «Что изменилось» since one last looked, counted, a press away; and the strip after an absence. */
import { Tooltip } from '@mantine/core';
import { IconEyeCheck } from '@tabler/icons-react';
import { Suspense, useEffect, useMemo, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useSession } from '#src/api/session.ts';
import classes from '#src/components/buttons/iconButton.module.css';
import { useNow } from '#src/components/board/useNow.ts';
import { DigestBar } from '#src/components/digest/DigestBar.tsx';
import { useDigestStore } from '#src/components/digest/digestStore.ts';
import { missedNothing } from '#src/components/digest/lastLook.ts';
import { markPauseSeen, useLookWatch, usePauseStore } from '#src/components/digest/lookStore.ts';
import { useDigest } from '#src/components/digest/useDigest.ts';
import { lazyPart } from '#src/lib/lazyPart.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';

const DigestPanel = lazyPart(() => import('#src/components/digest/DigestPanel.tsx'), 'DigestPanel');

const MINUTE_MS = 60_000;
/** More than this is «many». */
const MOST_COUNTED = 99;

export function DigestButton() {
  const t = useWords(digestWords);
  const login = useSession().data?.login;
  useLookWatch(login);
  const pause = usePauseStore((state) => state.pause);
  const { opened, open } = useDigestStore();
  const button = useRef<HTMLButtonElement>(null);
  const waiting = pause && !pause.seen ? pause : null;
  const span = useMemo(() => (waiting ? { from: waiting.from, until: waiting.to } : null), [waiting]);
  const read = useDigest(span, login ?? null);
  const count = waiting ? (read.digest?.total ?? 0) : 0;
  const now = useNow(MINUTE_MS);
  const nothing = waiting !== null && missedNothing(waiting, read.digest?.total, now);
  useEffect(() => {
    if (nothing && login !== undefined) markPauseSeen(login);
  }, [nothing, login]);
  const label = count > 0 ? t.buttonCount(count) : t.button;

  const seen = () => {
    if (login !== undefined) markPauseSeen(login);
  };
  const show = () => {
    open(Date.now(), waiting ? 'look' : undefined);
    seen();
  };

  return (
    <>
      <Tooltip label={label}>
        <button
          ref={button}
          type="button"
          className={classes.button}
          aria-label={label}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={show}
        >
          <IconEyeCheck size={17} stroke={1.7} aria-hidden />
          {count > 0 && (
            <span className={classes.badge} aria-hidden>
              {count > MOST_COUNTED ? `${MOST_COUNTED}+` : count}
            </span>
          )}
        </button>
      </Tooltip>
      {waiting &&
        createPortal(<DigestBar pause={waiting} read={read} onShow={show} onDismiss={seen} />, document.body)}
      {opened && (
        <Suspense>
          <DigestPanel headerButton={button} />
        </Suspense>
      )}
    </>
  );
}
