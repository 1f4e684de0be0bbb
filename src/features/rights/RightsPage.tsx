/** «Роли и права»: which action of the courier app is allowed to which role. */
import { VisuallyHidden } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { permissions, userRoles } from '#src/api/resources.ts';
import { useMay } from '#src/api/session.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { referenceAddress } from '#src/lib/paths.ts';
import { fold } from '#src/lib/text.ts';
import { useWords } from '#src/locales/language.tsx';
import { rightsWords } from '#src/locales/rightsWords.ts';
import { RightsBar } from './RightsBar.tsx';
import { RightsGrid } from './RightsGrid.tsx';
import { useRightMarks } from './rightMarks.ts';
import { readRightsView, writeRightsView } from './rightsView.ts';
import { useRightsOverview } from './useRightsOverview.ts';
import classes from './RightsPage.module.css';

const AT_ONCE = { getInitialValueInEffect: false };
/** Roles and actions are read whenever the page is looked at. */
const AT_EACH_LOOK = { refetchOnMount: 'always', refetchOnWindowFocus: 'always' } as const;
const CELLS = ['ireca', 'permissions'] as const;

export function RightsPage() {
  const t = useWords(rightsWords);
  const client = useQueryClient();
  const may = useMay('admin');
  const narrow = useMediaQuery('(width <= 700px)', false, AT_ONCE) ?? false;
  const [search, setSearch] = useSearchParams();
  const view = readRightsView(search);
  const actionsRead = useQuery({ ...permissions.list(client), ...AT_EACH_LOOK });
  const rolesRead = useQuery({ ...userRoles.list(client), ...AT_EACH_LOOK });

  const all = useMemo(() => actionsRead.data?.records ?? [], [actionsRead.data]);
  const roles = useMemo(() => rolesRead.data?.records ?? [], [rolesRead.data]);
  const kept = useMemo(() => roles.filter(({ isActive }) => isActive || view.deleted), [roles, view.deleted]);
  const chosen = kept.find(({ roleId }) => roleId === view.role) ?? kept[0];
  const shown = useMemo(() => (narrow ? (chosen ? [chosen] : []) : kept), [narrow, chosen, kept]);
  const words = fold(view.query);
  const actions = useMemo(
    () =>
      all.filter(({ permissionId, description }) => fold(`${description} ${permissionId}`).includes(words)),
    [all, words],
  );
  const cells = useMemo(
    () => shown.flatMap(({ roleId }) => all.map(({ permissionId }) => ({ roleId, actionId: permissionId }))),
    [shown, all],
  );
  const { failed, reading, asOf } = useRightsOverview(cells);
  const marked = useRightMarks(
    ({ marks }) => [...marks.values()].filter(({ is }) => is !== 'pending').length,
  );
  const said = useRightMarks((state) => state.said);

  const error = actionsRead.error ?? rolesRead.error;
  const loading = !actionsRead.data || !rolesRead.data;
  const refresh = () => {
    void actionsRead.refetch();
    void rolesRead.refetch();
    void client.refetchQueries({ queryKey: CELLS, type: 'active' });
  };
  const retryFailed = () =>
    void client.refetchQueries({
      queryKey: CELLS,
      type: 'active',
      predicate: ({ state }) => state.status === 'error',
    });

  const body = (): ReactNode => {
    if (error && loading) return <ErrorNote error={error} onRetry={refresh} />;
    if (loading) return <Skeleton />;
    if (all.length === 0) return <p className={classes.empty}>{t.noActions}</p>;
    if (shown.length === 0) return <NoRoles some={roles.length > 0} />;
    if (actions.length === 0) {
      return (
        <p className={classes.empty}>
          {t.search.nothing}
          <button type="button" onClick={() => setSearch(writeRightsView({ ...view, query: '' }))}>
            {t.search.reset}
          </button>
        </p>
      );
    }
    return <RightsGrid actions={actions} all={all} roles={shown} may={may} />;
  };

  const setAside = (actionsRead.data?.setAside.length ?? 0) + (rolesRead.data?.setAside.length ?? 0);
  return (
    <section className={classes.page} aria-label={t.title}>
      <RightsBar
        view={view}
        onView={(changes) => setSearch(writeRightsView({ ...view, ...changes }), { replace: true })}
        counts={{
          roles: kept.length,
          actions: all.length,
          deleted: roles.filter(({ isActive }) => !isActive).length,
          hidden: all.length - actions.length,
        }}
        asOf={asOf}
        reading={reading || actionsRead.isFetching || rolesRead.isFetching}
        onRefresh={refresh}
        roles={narrow ? kept : null}
        role={chosen}
      />
      <div className={classes.notes}>
        <p className={classes.lead}>{may ? t.lead : t.leadRead}</p>
        <p className={classes.evotor}>
          <IconInfoCircle size={15} stroke={1.7} aria-hidden />
          {t.evotor}
        </p>
        {error && !loading && <ErrorNote error={error} onRetry={refresh} compact />}
        {setAside > 0 && (
          <p role="status" data-warn>
            {t.setAside(rolesRead.data?.setAside.length ?? 0, actionsRead.data?.setAside.length ?? 0)}
          </p>
        )}
        {failed > 0 && (
          <p role="status" data-warn>
            {t.failed(failed)}
            <button type="button" onClick={retryFailed}>
              {t.retry}
            </button>
          </p>
        )}
        {marked > 0 && <p data-warn>{t.marked(marked)}</p>}
      </div>
      <div className={classes.scroll} data-busy={(reading && !loading) || undefined}>
        {body()}
      </div>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </section>
  );
}

function NoRoles({ some }: { some: boolean }) {
  const t = useWords(rightsWords);
  return (
    <p className={classes.empty}>
      <strong>{some ? t.onlyDeleted : t.noRoles}</strong>
      {!some && t.noRolesLead}
      <Link to={referenceAddress('roles')}>{t.toRoles}</Link>
    </p>
  );
}

const ROWS = Array.from({ length: 10 }, (_, row) => row);

function Skeleton() {
  const t = useWords(rightsWords);
  return (
    <div className={classes.skeleton} role="status" aria-label={t.loading}>
      {ROWS.map((row) => (
        <div key={row} aria-hidden>
          <span style={{ width: `${180 + ((row * 53) % 120)}px` }} />
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  );
}
