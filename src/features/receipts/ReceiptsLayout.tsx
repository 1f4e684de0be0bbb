/** «Чеки»: receipts of an order beside correction receipts. */
import { NavLink, Outlet } from 'react-router';
import classes from '#src/components/records/SectionTabs.module.css';
import { paths } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { receiptsWords } from '#src/locales/receiptsWords.ts';

const TABS = [
  { to: paths.receipts, name: 'byOrder' },
  { to: paths.corrections, name: 'corrections' },
] as const;

export function ReceiptsLayout() {
  const t = useWords(receiptsWords).tabs;
  return (
    <div className={classes.layout}>
      <nav className={classes.tabs} aria-label={t.label}>
        {TABS.map(({ to, name }) => (
          <NavLink key={name} to={to} end className={classes.tab}>
            {t[name]}
          </NavLink>
        ))}
      </nav>
      <div className={classes.content}>
        <Outlet />
      </div>
    </div>
  );
}
