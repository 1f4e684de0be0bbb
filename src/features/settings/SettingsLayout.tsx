/** «Настройки»: the pages on the left, the chosen one beside them; on narrow screens they stand in a line above. */
import { IconBell, IconPlugConnected, IconReceipt2, IconStethoscope } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { useMay } from '#src/api/session.ts';
import side from '#src/components/records/SideNav.module.css';
import { paths } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { settingsWords } from '#src/locales/settingsWords.ts';
import classes from './SettingsLayout.module.css';

/** `name`: a key of the words `settings.nav`. */
const PAGES = [
  { to: paths.noticesSettings, name: 'notices', admin: false, Icon: IconBell },
  { to: paths.callbacksSettings, name: 'callbacks', admin: true, Icon: IconPlugConnected },
  { to: paths.fiscalSettings, name: 'fiscal', admin: true, Icon: IconReceipt2 },
  { to: paths.quality, name: 'quality', admin: false, Icon: IconStethoscope },
] as const;

export function SettingsLayout() {
  const t = useWords(settingsWords).nav;
  const isAdmin = useMay('admin');
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // On a phone the line is longer than the screen.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return (
    <div className={side.layout}>
      <nav ref={nav} className={`${side.nav} ${classes.nav}`} aria-label={t.label}>
        {PAGES.filter(({ admin }) => isAdmin || !admin).map(({ to, name, Icon }) => (
          <NavLink key={to} to={to} className={`${side.link} ${classes.link}`}>
            <Icon size={17} stroke={1.7} aria-hidden />
            <span>{t[name]}</span>
          </NavLink>
        ))}
      </nav>
      <div className={`${side.content} ${classes.content}`}>
        <Outlet />
      </div>
    </div>
  );
}
