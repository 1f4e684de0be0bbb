/** The list of couriers for one order, best first, to stand in a popover or in the menu of a pin: one press assigns. */
import { IconUserMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { assignPlan, unassignPlan } from '#src/domain/assignPlan.ts';
import type { Candidate } from '#src/domain/candidates.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { legalMove } from '#src/domain/moves.ts';
import { useText } from '#src/locales/language.tsx';
import { CandidateList } from './CandidateList.tsx';
import { startAssign, useCommands } from './commandStore.ts';
import { bestCandidates, matchingCandidates, standingCandidate, useCandidates } from './useCandidates.ts';
import classes from './CourierPicker.module.css';

type CourierPickerProps = {
  order: DispatchOrder;
  /** The deed is on its way, or the dispatcher left it (Esc): close the popover, give the focus back. */
  onClose: () => void;
  /** Shows only so many, of all or of those that match what was typed. */
  best?: number;
  /** Stands below the list instead of «Снять курьера». */
  foot?: ReactNode;
};

export function CourierPicker({ order, onClose, best, foot }: CourierPickerProps) {
  const text = useText();
  const t = text.commands.picker;
  const { unassign } = useCommands();
  const [filter, setFilter] = useState('');
  const [standingId, setStandingId] = useState<string | null>(null);
  const orders = useMemo(() => [order], [order]);
  const { directory, ranked, state, loads, start, error, refetch } = useCandidates(orders);
  const shown = useMemo(() => {
    const matching = matchingCandidates(ranked, filter);
    return best === undefined ? matching : bestCandidates(matching, best);
  }, [ranked, filter, best]);
  const standing = standingCandidate(shown, standingId);
  const move = legalMove(order.system, order.status, 'assign');
  const mayUnassign = unassignPlan(orders).unassign.length > 0;

  const take = ({ courier }: Candidate) => {
    if (!directory) return;
    const { assign } = assignPlan(orders, courier, directory);
    if (assign.length === 0) return;
    onClose();
    startAssign(assign, courier);
  };
  const takeAway = () => {
    onClose();
    unassign(orders);
  };

  return (
    <div className={classes.picker}>
      {error !== null && <ErrorNote error={error} onRetry={refetch} compact />}
      {!move.legal && <p className={classes.hint}>{t.impossible(text.commands.bar[move.why])}</p>}
      <CandidateList
        compact
        shown={shown}
        standing={standing}
        state={state}
        loads={loads}
        orderCount={1}
        start={start}
        filter={filter}
        onFilter={(typed) => {
          setFilter(typed);
          setStandingId(null);
        }}
        onStand={setStandingId}
        onTake={take}
      />
      {foot}
      {foot === undefined && mayUnassign && (
        <button type="button" className={classes.unassign} onClick={takeAway}>
          <IconUserMinus size={16} stroke={1.7} aria-hidden />
          {t.unassign}
        </button>
      )}
    </div>
  );
}
