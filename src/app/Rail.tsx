/** The dark rail of sections. A section stands here only once its page works. */
import { IconChevronLeft, IconChevronRight, IconListDetails, IconMap2 } from '@tabler/icons-react';
import { NavLink } from 'react-router';
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { paths } from '#src/lib/paths.ts';
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
  const Chevron = narrow ? IconChevronRight : IconChevronLeft;
  const sections = [
    { to: paths.orders, label: t.nav.orders, Icon: IconListDetails },
    { to: paths.map, label: t.nav.map, Icon: IconMap2 },
  ];
  return (
    <nav className={classes.rail} data-narrow={narrow || undefined} aria-label={t.nav.label}>
      <img className={classes.mark} src="/icon.svg" alt={t.product} width={34} height={34} />
      {sections.map(({ to, label, Icon }) => (
        <NavLink key={to} to={to} className={classes.section} title={narrow ? label : undefined}>
          <Icon size={20} stroke={1.7} aria-hidden />
          <span>{label}</span>
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
