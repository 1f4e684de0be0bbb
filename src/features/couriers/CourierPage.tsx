/** One courier: who, where, on which devices, with which orders, what went wrong, and what can be done about it. */
import { useState } from 'react';
import { Outlet, useParams } from 'react-router';
import { useMay } from '#src/api/session.ts';
import { Crumb } from '#src/components/format/Crumb.tsx';
import frame from '#src/components/format/CrumbPage.module.css';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { paths } from '#src/lib/paths.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { CourierCounts } from './CourierCounts.tsx';
import { CourierErrors } from './CourierErrors.tsx';
import { CourierHead } from './CourierHead.tsx';
import { CourierOrders } from './CourierOrders.tsx';
import { CourierShift } from './CourierShift.tsx';
import { CourierWhere } from './CourierWhere.tsx';
import { DeleteCourier } from './DeleteCourier.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { SavedNote } from './SavedNote.tsx';
import { UnknownCourier } from './UnknownCourier.tsx';
import classes from './CourierPage.module.css';
import type { CourierPageData } from './useCourierPage.ts';
import { useCourierPage } from './useCourierPage.ts';

export function CourierPage() {
  const { id = '' } = useParams();
  const t = useWords(courierPageWords);
  return (
    <div className={frame.page} data-page="courier" data-courier-page={id}>
      <Crumb to={paths.couriers}>{t.back}</Crumb>
      <SavedNote />
      <CourierDesk key={id} courierId={id} />
      <Outlet />
    </div>
  );
}

/** Which question is open. */
type Asked = 'handOver' | 'remove' | null;

function CourierDesk({ courierId }: { courierId: string }) {
  const t = useWords(courierPageWords);
  const page = useCourierPage(courierId);
  const [asked, setAsked] = useState<Asked>(null);
  const mayKeep = useMay('admin');
  const { board, courier, day } = page;

  if (!board.directory || (!courier && page.reading)) {
    if (board.error && !page.reading) {
      return (
        <div className={classes.state}>
          <ErrorNote error={board.error} onRetry={() => void board.refetch()} />
        </div>
      );
    }
    return <Skeleton />;
  }
  const name = courier?.title || t.nameless(courierId);
  const close = () => setAsked(null);
  return (
    <>
      <div className={classes.scroll}>
        {courier ? (
          <CourierHead
            courier={courier}
            page={page}
            onHandOver={() => setAsked('handOver')}
            onRemove={() => setAsked('remove')}
          />
        ) : (
          <UnknownCourier courierId={courierId} page={page} onHandOver={() => setAsked('handOver')} />
        )}
        {(courier || (day && day.open.length > 0)) && <CourierBody courierId={courierId} page={page} />}
      </div>
      {asked === 'handOver' && (
        <HandOverDialog courierId={courierId} name={name} orders={day?.open ?? []} onClose={close} />
      )}
      {asked === 'remove' && courier && mayKeep && (
        <DeleteCourier courier={courier} page={page} onClose={close} />
      )}
    </>
  );
}

function CourierBody({ courierId, page }: { courierId: string; page: CourierPageData }) {
  const { courier } = page;
  return (
    <>
      <CourierCounts page={page} />
      <div className={classes.body} data-known={courier !== null || undefined}>
        {courier && (
          <aside className={classes.side}>
            <CourierWhere courierId={courierId} position={page.summary?.position ?? null} />
            <CourierShift courier={courier} openOrders={page.day?.open.length ?? null} />
          </aside>
        )}
        <CourierOrders page={page} />
        {courier && <CourierErrors courierId={courierId} records={page.feed.data?.records} />}
      </div>
    </>
  );
}

function Skeleton() {
  const t = useWords(courierPageWords);
  return (
    <div className={classes.waiting} role="status" aria-label={t.reading}>
      <span className={classes.bone} data-of="head" />
      <span className={classes.bone} data-of="counts" />
      {[0, 1, 2, 3].map((row) => (
        <span key={row} className={classes.bone} />
      ))}
    </div>
  );
}
