/** Stands in place of a page that only admins have: who may, instead of an error. */
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMay } from '#src/api/session.ts';
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';
import classes from './settings.module.css';

export function AdminOnly({ title, children }: { title: string; children: ReactNode }) {
  const t = useWords(settingsWords).adminOnly;
  if (useMay('admin')) return children;
  return (
    <div className={classes.barred}>
      <IconLock size={26} stroke={1.5} aria-hidden />
      <h2>{t.title(title)}</h2>
      <p>{t.lead}</p>
    </div>
  );
}
