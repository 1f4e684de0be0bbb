/** Which events are heard and shown by the browser. */
import { SegmentedControl, Switch } from '@mantine/core';
import { IconBrowser, IconVolume } from '@tabler/icons-react';
import { useId } from 'react';
import { useNoticeStore, VOLUMES } from '#src/components/notices/noticeStore.ts';
import type { Volume } from '#src/components/notices/noticeStore.ts';
import { playTone } from '#src/components/notices/tones.ts';
import { useWords } from '#src/locales/language.tsx';
import { noticesWords } from '#src/locales/noticesWords.ts';
import { BrowserPermission } from './BrowserPermission.tsx';
import { NoticesTable } from './NoticesTable.tsx';
import card from './card.module.css';
import classes from './NoticesPage.module.css';
import page from './settings.module.css';

export function NoticesPage() {
  const t = useWords(noticesWords);
  return (
    <section className={page.page} aria-label={t.title}>
      <div className={page.head}>
        <h2>{t.title}</h2>
        <p>{t.lead}</p>
      </div>
      <NoticesTable />
      <div className={page.cards}>
        <div className={page.side}>
          <SoundCard />
          <TabTitleCard />
        </div>
        <BrowserPermission />
      </div>
    </section>
  );
}

function SoundCard() {
  const t = useWords(noticesWords).sound;
  const heading = useId();
  const label = useId();
  const { on, toggle, volume, setVolume } = useNoticeStore();
  const choose = (next: Volume) => {
    setVolume(next);
    void playTone('new', next);
  };
  return (
    <section className={card.card} aria-labelledby={heading}>
      <header className={card.cardHead}>
        <IconVolume className={classes.sign} size={17} stroke={1.7} aria-hidden />
        <h3 id={heading}>{t.title}</h3>
        <Switch className={card.switch} aria-label={t.master} checked={on} onChange={toggle} />
      </header>
      <p className={card.what}>{t.masterLead}</p>
      <div className={classes.volume}>
        <span id={label}>{t.volume}</span>
        <SegmentedControl
          aria-labelledby={label}
          size="xs"
          value={volume}
          onChange={(next) => choose(next as Volume)}
          data={VOLUMES.map((value) => ({ value, label: t.volumes[value] }))}
        />
      </div>
      <p className={card.what}>{t.autoplay}</p>
    </section>
  );
}

function TabTitleCard() {
  const t = useWords(noticesWords).tabTitle;
  const heading = useId();
  return (
    <section className={card.card} aria-labelledby={heading}>
      <header className={card.cardHead}>
        <IconBrowser className={classes.sign} size={17} stroke={1.7} aria-hidden />
        <h3 id={heading}>{t.title}</h3>
      </header>
      <p className={card.what}>{t.lead}</p>
    </section>
  );
}
