/** How changes reach this tab right now, for whoever shows it. */
import { create } from 'zustand';
import type { ShownLive } from './liveState.ts';

/**
 * `connecting` until the first try has ended · `polling` while no event stream gets through · `offline` while Pult itself
 * cannot be reached.
 */
export const useLiveState = create<{ live: ShownLive }>(() => ({ live: { state: 'connecting' } }));

/** Tells only of changes. */
export function showLive(next: ShownLive): void {
  const { live } = useLiveState.getState();
  const same =
    live.state === next.state &&
    (live.state !== 'offline' || next.state !== 'offline' || live.since === next.since);
  if (!same) useLiveState.setState({ live: next });
}
