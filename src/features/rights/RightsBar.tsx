/** Over the matrix: how much it holds, its search, deleted roles, how old the reading is. */
import { NativeSelect } from '@mantine/core';
import bar from '#src/components/records/ListBar.module.css';
import { ListAge } from '#src/components/records/ListAge.tsx';
import { ListSearch } from '#src/components/records/ListSearch.tsx';
import type { UserRole } from '#src/contracts/ireca/roles.ts';
import { useWords } from '#src/locales/language.tsx';
import { rightsWords } from '#src/locales/rightsWords.ts';
import type { RightsView } from './rightsView.ts';
import classes from './RightsPage.module.css';

type Props = {
  view: RightsView;
  onView: (changes: Partial<RightsView>) => void;
  counts: { roles: number; actions: number; deleted: number; hidden: number };
  /** Epoch ms of the oldest reading; null before the first. */
  asOf: number | null;
  reading: boolean;
  onRefresh: () => void;
  /** Offered where there is room for one role only. */
  roles: readonly UserRole[] | null;
  role: UserRole | undefined;
};

export function RightsBar({ view, onView, counts, asOf, reading, onRefresh, roles, role }: Props) {
  const t = useWords(rightsWords);
  return (
    <div className={bar.bar} role="group" aria-label={t.title}>
      <div className={bar.name}>
        <h2>{t.title}</h2>
        <span className={bar.count} role="status">
          <span className={classes.size}>{t.count(counts.roles, counts.actions)}</span>
          {counts.hidden > 0 && <span>{t.hidden(counts.hidden)}</span>}
        </span>
      </div>
      <ListSearch list={t.actions} q={view.query} onType={(query) => onView({ query })} />
      {roles && roles.length > 1 && (
        <NativeSelect
          className={classes.roles}
          size="xs"
          aria-label={t.role}
          value={role?.roleId}
          onChange={(event) => onView({ role: event.currentTarget.value })}
          data={roles.map(({ roleId, title }) => ({ value: roleId, label: title || t.nameless(roleId) }))}
        />
      )}
      {(counts.deleted > 0 || view.deleted) && (
        <button
          type="button"
          className={bar.toggle}
          aria-pressed={view.deleted}
          onClick={() => onView({ deleted: !view.deleted })}
        >
          {t.showDeleted(counts.deleted)}
        </button>
      )}
      <div className={bar.side}>
        <ListAge readAt={asOf ?? 0} reading={reading} onRefresh={onRefresh} />
      </div>
    </div>
  );
}
