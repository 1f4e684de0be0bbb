/** Whether the browser shows notifications of Pult, and what to do where it does not. */
import { IconBell } from '@tabler/icons-react';
import { useId } from 'react';
import { usePermission } from '#src/components/notices/usePermission.ts';
import { useWords } from '#src/locales/language.tsx';
import { noticesWords } from '#src/locales/noticesWords.ts';
import card from './card.module.css';
import classes from './NoticesPage.module.css';
import mark from './StateMark.module.css';

const STATES = { granted: 'on', denied: 'refused', default: 'off', unsupported: 'off' } as const;

export function BrowserPermission() {
  const t = useWords(noticesWords).browser;
  const heading = useId();
  const [permission] = usePermission();
  return (
    <section className={card.card} aria-labelledby={heading}>
      <header className={card.cardHead}>
        <IconBell className={classes.sign} size={17} stroke={1.7} aria-hidden />
        <h3 id={heading}>{t.title}</h3>
        <span className={mark.state} data-state={STATES[permission]} role="status">
          <i aria-hidden />
          {t.state[permission]}
        </span>
      </header>
      {(permission === 'denied' || permission === 'unsupported') && (
        <p className={classes.trouble}>{t[permission]}</p>
      )}
      <p className={card.what}>{t.when}</p>
    </section>
  );
}
