/** «Журналы»: what changed in an order, what went wrong at terminals and recorders, and the feed of today's errors. */
import { NavLink, Outlet, useSearchParams } from 'react-router';
import { useUnseenErrorCount } from '#src/components/deviceErrors/useUnseenErrors.ts';
import tabs from '#src/components/records/SectionTabs.module.css';
import { paths } from '#src/lib/paths.ts';
import { journalsWords } from '#src/locales/journalsWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { sharedSearch } from './journalView.ts';
import classes from './JournalsLayout.module.css';

const TABS = [
  { to: paths.changesJournal, name: 'changes' },
  { to: paths.terminalJournal, name: 'terminal' },
  { to: paths.recorderJournal, name: 'recorder' },
] as const;

/**
 * From one journal to another the order and the courier stay chosen. The feed of errors asks for the courier alone, and
 * keeps the order for the way back.
 */
export function JournalsLayout() {
  const t = useWords(journalsWords).tabs;
  const [params] = useSearchParams();
  const shared = sharedSearch(params);
  return (
    <div className={tabs.layout}>
      <nav className={tabs.tabs} aria-label={t.label}>
        {TABS.map(({ to, name }) => (
          <NavLink key={name} to={`${to}${shared}`} className={tabs.tab}>
            <TabWords long={t[name]} short={t.short[name]} />
          </NavLink>
        ))}
        <NavLink to={`${paths.deviceErrors}${shared}`} className={tabs.tab}>
          <TabWords long={t.errors} short={t.short.errors} />
          <UnseenCount />
        </NavLink>
      </nav>
      <div className={tabs.content}>
        <Outlet />
      </div>
    </div>
  );
}

function TabWords({ long, short }: { long: string; short: string }) {
  return (
    <>
      <span className={classes.long}>{long}</span>
      <span className={classes.short}>{short}</span>
    </>
  );
}

/** Drawn by itself: the feed moves on more often than the page. */
function UnseenCount() {
  const t = useWords(journalsWords).tabs;
  const count = useUnseenErrorCount();
  if (count === 0) return null;
  return (
    <span className={classes.count} role="img" aria-label={t.unseen(count)} title={t.unseen(count)}>
      {count}
    </span>
  );
}
