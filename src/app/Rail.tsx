/** The dark rail of sections. A section stands here only once its page works. */
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { SECTIONS, sectionOf } from './sections.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './Rail.module.css';

const useRail = create<{ narrow: boolean; toggle: () => void }>()(
  persist((set) => ({ narrow: false, toggle: () => set((state) => ({ narrow: !state.narrow })) }), {
    name: 'pult.rail',
  }),
);

/** Icons with words; narrow shows the icons alone (the words stay for screen readers and as titles). */
export function Rail() {
  const t = useText().shell;
  const { narrow, toggle } = useRail();
  const rail = useRef<HTMLElement>(null);
  const { to: here } = sectionOf(useLocation().pathname);
  // On a narrow phone the sections are swiped: the one that is open is in sight, however it was come to.
  useEffect(() => {
    const open = rail.current?.querySelector('[aria-current="page"]');
    open?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [here]);
  const Chevron = narrow ? IconChevronRight : IconChevronLeft;
  return (
    <nav ref={rail} className={classes.rail} data-narrow={narrow || undefined} aria-label={t.nav.label}>
      <img className={classes.mark} src="/icon.svg" alt={t.product} width={34} height={34} />
      {SECTIONS.map(({ to, name, Icon }) => (
        <NavLink key={to} to={to} className={classes.section} title={narrow ? t.nav[name] : undefined}>
          <Icon size={20} stroke={1.7} aria-hidden />
          <span>{t.nav[name]}</span>
        </NavLink>
      ))}
      <button
        type="button"
        className={classes.toggle}
        onClick={toggle}
        aria-label={narrow ? t.nav.expand : t.nav.collapse}
        title={narrow ? t.nav.expand : t.nav.collapse}
      >
        <Chevron size={16} stroke={1.7} aria-hidden />
      </button>
    </nav>
  );
}
