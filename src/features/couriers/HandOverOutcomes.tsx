/** How each order fared that was handed over before a deletion; the way on opens once the list of orders agrees. */
import { Button } from '@mantine/core';
import { LongList } from '#src/components/commands/LongList.tsx';
import { OutcomeRow } from '#src/components/commands/OutcomeRow.tsx';
import type { CommandRun } from '#src/components/commands/commandRun.ts';
import { runRows, tally } from '#src/components/commands/commandRun.ts';
import deeds from '#src/components/commands/deeds.module.css';
import dialog from '#src/components/commands/dialog.module.css';
import { runSummary, runTitle } from '#src/components/commands/runWords.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { sameState } from '#src/domain/orderState.ts';
import { courierPageWords } from '#src/locales/courierPageWords.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import classes from './HandOver.module.css';

type Props = {
  run: CommandRun;
  /** What the list of orders still has with the courier. */
  open: readonly DispatchOrder[];
  /** @param done how many were handed over. */
  onGoOn: (done: number) => void;
  onClose: () => void;
};

export function HandOverOutcomes({ run, open, onGoOn, onClose }: Props) {
  const words = useWords(courierPageWords);
  const t = words.remove;
  const { commands } = useText();
  const rows = runRows(run);
  const counts = tally(rows);
  const running = run.state === 'running';
  // Read back as given, and not yet seen so in the list: it is read anew within moments.
  const lagging = rows.some(
    ({ state, target }) =>
      (state === 'done' || state === 'confirmedLater') &&
      open.some((order) => order.key === target.key && sameState(order.seen, target.seen)),
  );
  const said = running
    ? t.running(counts.settled, counts.total)
    : t.outcome(counts.good === counts.total ? t.allGiven(counts.total) : runSummary(counts, commands));
  return (
    <>
      <p className={classes.lead} role="status">
        <strong>{runTitle(run, commands)}</strong>
        {commands.dot}
        {said}
      </p>
      <div className={classes.outcomes} tabIndex={0} role="group" aria-label={runTitle(run, commands)}>
        <LongList items={rows}>
          {(row) => <OutcomeRow key={row.target.key} row={row} action={run.action} />}
        </LongList>
      </div>
      <footer className={dialog.footer}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {words.handOver.close}
        </Button>
        <p className={dialog.summary} role="status">
          {!running && lagging && t.checking}
        </p>
        <Button
          className={`${dialog.submit} ${deeds.main}`}
          disabled={running || lagging}
          onClick={() => onGoOn(counts.good)}
        >
          {open.length === 0 || running || lagging ? t.goOn : t.rest(open.length)}
        </Button>
      </footer>
    </>
  );
}
