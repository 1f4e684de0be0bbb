/** The panel «Что изменилось»: since when, in which groups, order by order. */
import { Checkbox, Drawer, SegmentedControl } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '#src/api/session.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useGiveBackFocus } from '#src/components/focus/useGiveBackFocus.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { DigestGroup } from '#src/domain/digest.ts';
import { paths } from '#src/lib/paths.ts';
import { digestWords } from '#src/locales/digestWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { CopyDigest } from './CopyDigest.tsx';
import { DigestChips } from './DigestChips.tsx';
import { DigestGaps } from './DigestGaps.tsx';
import { DigestLists } from './DigestLists.tsx';
import { DigestNotes } from './DigestNotes.tsx';
import type { Since } from './digestStore.ts';
import { SINCE, useDigestStore } from './digestStore.ts';
import { useDigest } from './useDigest.ts';
import { useDigestSpan } from './useDigestSpan.ts';
import { momentWords } from './useEntryWords.ts';
import classes from './DigestPanel.module.css';

const MINUTE_MS = 60_000;
/** Rows of a group before «Показать ещё». */
const PAGE = 12;

/** @param headerButton has the keyboard afterwards when the panel was opened from the strip, which is gone by then. */
export function DigestPanel({ headerButton }: { headerButton: RefObject<HTMLElement | null> }) {
  const t = useWords(digestWords);
  const format = useFormat();
  const login = useSession().data?.login ?? null;
  const { withOwn, showOwn, choose, close } = useDigestStore();
  const { since, from, mayLook } = useDigestSpan();
  const span = useMemo(() => ({ from, until: null }), [from]);
  const { digest, changes, error, reading, retry } = useDigest(span, withOwn ? null : login);
  const moment = momentWords(format, useNow(MINUTE_MS));
  const [only, setOnly] = useState<DigestGroup | null>(null);
  const heading = t.since.from(moment(from));
  const asked = `${from} ${withOwn}`;
  const leaveFocus = useGiveBackFocus(headerButton);
  const follow = () => {
    leaveFocus();
    close();
  };

  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="min(640px, 100%)"
      padding={0}
      title={t.title}
      overlayProps={{ backgroundOpacity: 0.35 }}
      classNames={{ content: classes.panel, header: classes.head, title: classes.title, body: classes.body }}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t.close }}
      transitionProps={{ duration: 120, exitDuration: 0 }}
    >
      <div className={classes.choice}>
        <SegmentedControl
          size="xs"
          aria-label={t.since.label}
          value={since}
          onChange={(value) => choose(Date.now(), value as Since)}
          data={SINCE.map((value) => ({
            value,
            label: t.since[value],
            disabled: value === 'look' && !mayLook,
          }))}
        />
        <Checkbox
          size="xs"
          label={t.own}
          title={t.ownHint}
          checked={withOwn}
          onChange={(event) => showOwn(event.currentTarget.checked)}
        />
      </div>
      <div className={classes.summary}>
        <p>
          <strong>{heading}</strong>
          {digest && <span>{t.total(digest.total)}</span>}
        </p>
        <div className={classes.deeds}>
          {digest && digest.total > 0 && <CopyDigest digest={digest} heading={heading} />}
          <Link className={classes.toShift} to={paths.shift} title={t.toShiftHint} onClick={follow}>
            <IconPrinter size={15} stroke={1.7} aria-hidden />
            {t.toShift}
          </Link>
        </div>
      </div>
      {digest && digest.total > 0 && <DigestChips digest={digest} only={only} onChoose={setOnly} />}
      <div
        className={classes.progress}
        data-on={(reading && changes !== undefined) || undefined}
        aria-hidden
      />
      <div className={classes.lists} tabIndex={0} role="region" aria-label={heading}>
        {error && <ErrorNote error={error} onRetry={retry} compact />}
        {changes && <DigestGaps changes={changes} span={span} />}
        {!digest && !error && <Skeleton label={t.reading} />}
        {digest && digest.total === 0 && (
          <div className={classes.nothing} role="status">
            <strong>{t.nothing}</strong>
            <span>{t.nothingLead}</span>
          </div>
        )}
        {digest && <DigestLists digest={digest} asked={asked} only={only} page={PAGE} onFollow={follow} />}
        {digest && <DigestNotes digest={digest} />}
      </div>
    </Drawer>
  );
}

const ROWS = [62, 48, 70, 55, 66, 44];

function Skeleton({ label }: { label: string }) {
  return (
    <div className={classes.skeleton} role="status" aria-label={label}>
      {ROWS.map((width) => (
        <span key={width} style={{ width: `${width}%` }} aria-hidden />
      ))}
    </div>
  );
}
