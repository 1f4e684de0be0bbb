/** Deeds that went well leave the panel by themselves; whatever needs a decision stays until it is dismissed. */
import type { RefObject } from 'react';
import { useEffect } from 'react';
import type { CommandRun } from './commandRun.ts';
import { runRows, tally } from './commandRun.ts';
import { useCommandStore } from './commandStore.ts';

/** Long enough to read it and to press «Отменить действие»; afterwards the journal has it. */
const STAY_MS = 20_000;

/** Nothing leaves from under the pointer or the focus: it is looked at again so much later. */
const LOOK_AGAIN_MS = 5_000;

/** @param panel the panel, when it is open. @param active false while the journal is read. */
export function useFadeOut(
  runs: readonly CommandRun[],
  panel: RefObject<HTMLElement | null>,
  active: boolean,
): void {
  const dismiss = useCommandStore((state) => state.dismiss);
  const good = runs
    .filter((run) => run.state === 'settled' && tally(runRows(run)).good === run.targets.length)
    .map((run) => run.id)
    .join(' ');
  useEffect(() => {
    if (!active || good === '') return;
    const leave = () => {
      if (panel.current?.matches(':hover, :focus-within')) timer = setTimeout(leave, LOOK_AGAIN_MS);
      else dismiss(good.split(' '));
    };
    let timer = setTimeout(leave, STAY_MS);
    return () => clearTimeout(timer);
  }, [active, good, panel, dismiss]);
}
