/** Whether the browser shows notifications of Pult, and what to do where it does not. */
import { IconBell } from '@tabler/icons-react';
import { useId } from 'react';
import { usePermission } from '#src/components/notices/usePermission.ts';
import { useWords } from '#src/locales/language.tsx';
import { noticesWords } from '#src/locales/noticesWords.ts';
import classes from './NoticesPage.module.css';
import page from './settings.module.css';

export function BrowserPermission() {
  const t = useWords(noticesWords).browser;
  const heading = useId();
  const [permission] = usePermission();
  return (
    <section className={page.card} aria-labelledby={heading}>
      <header className={page.cardHead}>
        <IconBell className={classes.sign} size={17} stroke={1.7} aria-hidden />
        <h3 id={heading}>{t.title}</h3>
        <span className={classes.permission} data-permission={permission} role="status">
          <i aria-hidden />
          {t.state[permission]}
        </span>
      </header>
      {(permission === 'denied' || permission === 'unsupported') && (
        <p className={classes.trouble}>{t[permission]}</p>
      )}
      <p className={page.what}>{t.when}</p>
    </section>
  );
}
