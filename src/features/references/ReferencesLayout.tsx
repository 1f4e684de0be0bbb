/** «Справочники»: the lists on the left, the chosen one beside them; on narrow screens one line chooses. */
import { IconArrowUpRight } from '@tabler/icons-react';
import { NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { LIST_GROUPS, isOwnSection, listAddress } from '#src/components/records/listGroups.ts';
import type { GroupEntry } from '#src/components/records/listGroups.ts';
import side from '#src/components/records/SideNav.module.css';
import { useWords } from '#src/locales/language.tsx';
import { recordsWords } from '#src/locales/recordsWords.ts';
import { referencesWords } from '#src/locales/referencesWords.ts';
import { rightsWords } from '#src/locales/rightsWords.ts';
import classes from './ReferencesLayout.module.css';

function useEntryTitle(): (entry: GroupEntry) => string {
  const t = useWords(recordsWords).lists;
  const rights = useWords(rightsWords).title;
  return (entry) => (entry === 'rights' ? rights : t[entry].title);
}

export function ReferencesLayout() {
  return (
    <div className={side.layout}>
      <SideLists />
      <ListChoice />
      <div className={side.content}>
        <Outlet />
      </div>
    </div>
  );
}

function SideLists() {
  const t = useWords(referencesWords).nav;
  const titleOf = useEntryTitle();
  return (
    <nav className={`${side.nav} ${classes.nav}`} aria-label={t.label}>
      {LIST_GROUPS.map(({ name, entries }) => (
        <section key={name}>
          <h2 className={side.group}>{t.groups[name]}</h2>
          {entries.map((entry) => (
            <NavLink key={entry} to={listAddress(entry)} className={`${side.link} ${classes.link}`}>
              <span>{titleOf(entry)}</span>
              {isOwnSection(entry) && <IconArrowUpRight size={14} stroke={1.7} aria-hidden />}
            </NavLink>
          ))}
        </section>
      ))}
    </nav>
  );
}

function ListChoice() {
  const t = useWords(referencesWords).nav;
  const titleOf = useEntryTitle();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const here = LIST_GROUPS.flatMap(({ entries }): GroupEntry[] => [...entries]).find((entry) =>
    `${pathname}/`.startsWith(`${listAddress(entry)}/`),
  );
  return (
    <div className={classes.choice}>
      <select
        aria-label={t.choose}
        value={here ?? ''}
        onChange={(event) => void navigate(listAddress(event.currentTarget.value as GroupEntry))}
      >
        {LIST_GROUPS.map(({ name, entries }) => (
          <optgroup key={name} label={t.groups[name]}>
            {entries.map((entry) => (
              <option key={entry} value={entry}>
                {titleOf(entry)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
