/** Keeps commands going: sends what was begun (also after a reload), and watches what could not be confirmed. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { ORDERS_FEED, useOrdersFeed } from '#src/api/ordersFeed.ts';
import { useMay, useSession } from '#src/api/session.ts';
import { isUnsettled, runRows } from './commandRun.ts';
import { useCommandStore } from './commandStore.ts';
import { driveRun, releaseRuns } from './driveRun.ts';
import { watchUnconfirmed } from './watchUnconfirmed.ts';

/** @returns true when the signed-in user may command at all. */
export function useRunDriver(): boolean {
  const client = useQueryClient();
  const { data: session } = useSession();
  const { directory } = useCourierDirectory();
  const { data: feed } = useOrdersFeed(client);
  const { ordersPollSeconds } = useAppConfig();
  const mayCommand = useMay('dispatcher');
  const login = session?.login;

  useEffect(() => {
    if (login !== undefined) useCommandStore.getState().adopt(login);
  }, [login]);
  useEffect(() => {
    useCommandStore.setState({ mayCommand, directory });
  }, [mayCommand, directory]);

  const running = useCommandStore((state) =>
    state.runs
      .filter((run) => run.state === 'running')
      .map((run) => run.id)
      .join(' '),
  );
  useEffect(() => {
    if (!mayCommand || running === '') return;
    for (const id of running.split(' ')) void driveRun(client, id);
  }, [client, mayCommand, running]);
  useEffect(() => releaseRuns, []);

  const unconfirmed = useCommandStore((state) =>
    state.runs.some((run) => runRows(run).some((row) => row.state === 'unknown')),
  );
  useEffect(() => {
    if (!unconfirmed || !feed) return;
    const { runs, patchRun } = useCommandStore.getState();
    for (const run of runs) {
      const next = watchUnconfirmed(run, feed, directory);
      if (next !== run) patchRun(run.id, () => next);
    }
  }, [unconfirmed, feed, directory]);
  useEffect(() => {
    if (!unconfirmed) return;
    const ask = () =>
      void client.refetchQueries({ queryKey: ORDERS_FEED, exact: true }, { cancelRefetch: false });
    const timer = setInterval(ask, ordersPollSeconds * 1000);
    return () => clearInterval(timer);
  }, [client, unconfirmed, ordersPollSeconds]);

  const busy = useCommandStore((state) => state.runs.some((run) => !run.dismissed && isUnsettled(run)));
  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);

  return mayCommand;
}
