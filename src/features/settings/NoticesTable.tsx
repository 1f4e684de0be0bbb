/** Kinds of events, each with a switch for its sound and one for the browser's notification, and a way to try them. */
import { Switch, Tooltip } from '@mantine/core';
import { IconBellRinging, IconPlayerPlay } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { showNotice } from '#src/components/notices/browserNotice.ts';
import { NOTICE_KINDS, useNoticeStore } from '#src/components/notices/noticeStore.ts';
import type { NoticeKind } from '#src/components/notices/noticeStore.ts';
import { playTone } from '#src/components/notices/tones.ts';
import { usePermission } from '#src/components/notices/usePermission.ts';
import { useWords } from '#src/locales/language.tsx';
import { noticesWords } from '#src/locales/noticesWords.ts';
import classes from './NoticesPage.module.css';

// The roles are named because a phone lays the rows out in another way, and would take them with it.
export function NoticesTable() {
  const t = useWords(noticesWords);
  const soundOn = useNoticeStore((state) => state.on);
  const [said, setSaid] = useState('');
  return (
    <div className={classes.sheet}>
      <table className={classes.table} role="table" aria-label={t.table.label}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t.table.event}
            </th>
            <th role="columnheader" scope="col">
              {t.table.sound}
            </th>
            <th role="columnheader" scope="col">
              {t.table.shown}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {NOTICE_KINDS.map((kind) => (
            <KindRow key={kind} kind={kind} onSaid={setSaid} />
          ))}
        </tbody>
      </table>
      {!soundOn && <p className={classes.muted}>{t.sound.off}</p>}
      <p className={classes.said} role="status">
        {said}
      </p>
    </div>
  );
}

function KindRow({ kind, onSaid }: { kind: NoticeKind; onSaid: (words: string) => void }) {
  const words = useWords(noticesWords);
  const t = words.table;
  const { title, lead } = words.kinds[kind];
  const id = useId();
  const switches = useNoticeStore((state) => state.kinds[kind]);
  const volume = useNoticeStore((state) => state.volume);
  const setSwitch = useNoticeStore((state) => state.setSwitch);
  const [permission, ask] = usePermission();
  const barred = permission === 'denied' || permission === 'unsupported';

  const switchShown = async (wanted: boolean) => {
    onSaid('');
    // Nothing is shown as on that the browser would not do.
    if (wanted && (await ask()) !== 'granted') return;
    setSwitch(kind, 'shown', wanted);
  };
  const showSample = async () => {
    onSaid('');
    if ((await ask()) !== 'granted') return;
    const { title: sampleTitle, body } = words.sample;
    const shown = showNotice({ tag: `sample:${kind}`, title: `${title}: ${sampleTitle}`, body }, () => {});
    onSaid(shown ? words.browser.shownNow : words.browser.notShown);
  };
  return (
    <tr role="row" data-kind={kind}>
      <th role="rowheader" scope="row" id={id}>
        <span className={classes.kind}>{title}</span>
        <small>{lead}</small>
      </th>
      <td role="cell">
        <span className={classes.column}>{t.sound}</span>
        <Switch
          aria-label={t.soundOf(title)}
          checked={switches.sound}
          onChange={(event) => setSwitch(kind, 'sound', event.currentTarget.checked)}
        />
        <Tooltip label={t.play}>
          <button
            type="button"
            className={classes.try}
            aria-label={t.playOf(title)}
            onClick={() => void playTone(kind, volume)}
          >
            <IconPlayerPlay size={15} stroke={1.7} aria-hidden />
          </button>
        </Tooltip>
      </td>
      <td role="cell">
        <span className={classes.column}>{t.shown}</span>
        <Switch
          aria-label={t.shownOf(title)}
          checked={switches.shown && permission === 'granted'}
          disabled={barred}
          onChange={(event) => void switchShown(event.currentTarget.checked)}
        />
        <Tooltip label={t.show}>
          <button
            type="button"
            className={classes.try}
            aria-label={t.showOf(title)}
            disabled={barred}
            onClick={() => void showSample()}
          >
            <IconBellRinging size={15} stroke={1.7} aria-hidden />
          </button>
        </Tooltip>
      </td>
    </tr>
  );
}
