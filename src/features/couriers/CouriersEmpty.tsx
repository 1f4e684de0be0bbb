/** In place of rows: what is being read, why it cannot be, or what to do next. */
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useMay } from '#src/api/session.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { paths } from '#src/lib/paths.ts';
import { couriersWords } from '#src/locales/couriersWords.ts';
import { useWords } from '#src/locales/language.tsx';
import type { CouriersView } from './couriersView.ts';
import type { Couriers } from './useCouriers.ts';
import type { useCouriersView } from './useCouriersView.ts';
import classes from './CouriersEmpty.module.css';

const SKELETON_ROWS = 9;

type Props = {
  couriers: Couriers;
  view: CouriersView;
  change: ReturnType<typeof useCouriersView>['change'];
};

export function CouriersEmpty({ couriers, view, change }: Props) {
  const t = useWords(couriersWords).empty;
  const mayKeep = useMay('admin');
  const { list, directory, rows } = couriers;
  if (directory === undefined && list.isError) {
    return (
      <div className={classes.empty}>
        <ErrorNote error={list.error} onRetry={() => void list.refetch()} />
      </div>
    );
  }
  if (directory === undefined) {
    return (
      <div className={classes.skeleton} role="status" aria-label={t.reading}>
        {Array.from({ length: SKELETON_ROWS }, (_, index) => (
          <span key={index} />
        ))}
      </div>
    );
  }
  return (
    <div className={classes.empty}>
      {rows.length === 0 ? (
        <>
          <p>{t.none}</p>
          {mayKeep && (
            <Button component={Link} to={paths.courierNew} size="xs">
              {t.create}
            </Button>
          )}
        </>
      ) : (
        <>
          <p>{view.query.trim() === '' ? t.view[view.view] : t.found(view.query.trim())}</p>
          <Button variant="default" size="xs" onClick={() => change({ view: 'all', query: '' })}>
            {t.showAll}
          </Button>
        </>
      )}
    </div>
  );
}
