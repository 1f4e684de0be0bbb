/**
 * «Удалить курьера»: what is still open is named and handed over first; only then is the courier deleted, or knowingly with
 * what nobody else can be given.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { licencesQuery } from '#src/api/licences.ts';
import { useCommandStore } from '#src/components/commands/commandStore.ts';
import { RemoveDialog } from '#src/components/records/RemoveDialog.tsx';
import { couriersList } from '#src/components/records/ownPageLists.ts';
import type { Courier } from '#src/domain/courierDirectory.ts';
import { paths } from '#src/lib/paths.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { CourierModal } from './CourierModal.tsx';
import { DeletionNote } from './DeletionNote.tsx';
import { HandOverBeforeDeletion } from './HandOverBeforeDeletion.tsx';
import { HandOverOutcomes } from './HandOverOutcomes.tsx';
import classes from './HandOver.module.css';
import type { RemovedState } from './removedState.ts';
import type { CourierPageData } from './useCourierPage.ts';

type Props = { courier: Courier; page: CourierPageData; onClose: () => void };

export function DeleteCourier({ courier, page, onClose }: Props) {
  const words = useWords(courierPageWords);
  const t = words.remove;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [runId, setRunId] = useState<string | null>(null);
  const [given, setGiven] = useState(0);
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  // An order that comes meanwhile must not take away the dialog that will tell how the deletion ended.
  const [begun, setBegun] = useState(false);
  const run = useCommandStore((state) => state.runs.find(({ id }) => id === runId));
  const { courierId } = courier;
  const name = courier.title || words.nameless(courierId);
  const { day, whole } = page;

  const removed = () => {
    void client.invalidateQueries({ queryKey: licencesQuery.queryKey });
    const state: RemovedState = { removedCourier: name };
    void navigate(paths.couriers, { state });
  };

  if (day && whole && !run && (day.open.length === 0 || leaving || begun)) {
    return (
      <RemoveDialog
        list={couriersList}
        id={courierId}
        name={name}
        note={
          <DeletionNote courier={courier} day={day} given={given} problems={page.feed.data?.problems ?? []} />
        }
        onClose={onClose}
        onBegun={() => setBegun(true)}
        onRemoved={removed}
      />
    );
  }
  return (
    <CourierModal title={t.title(name)} onClose={onClose}>
      {!day || !whole ? (
        <p className={classes.lead} role="status">
          {t.reading}
        </p>
      ) : run ? (
        <HandOverOutcomes
          run={run}
          open={day.open}
          onClose={onClose}
          onGoOn={(done) => {
            setGiven(given + done);
            setTried(true);
            setRunId(null);
            // Looked at here already: the panel need not tell it once more, the journal keeps it.
            if (done === run.targets.length) useCommandStore.getState().dismiss([run.id]);
          }}
        />
      ) : (
        <HandOverBeforeDeletion
          courierId={courierId}
          orders={day.open}
          tried={tried}
          onGiven={setRunId}
          onLeave={() => setLeaving(true)}
          onClose={onClose}
        />
      )}
    </CourierModal>
  );
}
