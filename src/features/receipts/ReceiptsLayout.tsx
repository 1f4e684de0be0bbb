/** «Чеки»: receipts of an order beside correction receipts. */
import { useState } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import classes from '#src/components/records/SectionTabs.module.css';
import { paths } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { receiptsWords } from '#src/locales/receiptsWords.ts';

const TABS = [
  { to: paths.receipts, name: 'byOrder' },
  { to: paths.corrections, name: 'corrections' },
] as const;

/** Who looks at corrections for a moment comes back to the order that they had found; the present tab begins anew. */
export function ReceiptsLayout() {
  const t = useWords(receiptsWords).tabs;
  const { pathname, search } = useLocation();
  /** Path → what it was asked for last. */
  const [asked, setAsked] = useState<Readonly<Record<string, string>>>({});
  if (asked[pathname] !== search) setAsked({ ...asked, [pathname]: search });
  return (
    <div className={classes.layout}>
      <nav className={classes.tabs} aria-label={t.label}>
        {TABS.map(({ to, name }) => (
          <NavLink
            key={name}
            to={pathname === to ? to : `${to}${asked[to] ?? ''}`}
            end
            className={classes.tab}
          >
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
