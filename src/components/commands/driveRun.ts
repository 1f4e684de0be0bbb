/** Sends a run chunk by chunk and writes down each order's outcome. Told to stop, it sends no further chunk. */
import type { QueryClient } from '@tanstack/react-query';
import { runCommand } from '#src/api/commands.ts';
import { ApiError } from '#src/api/http.ts';
import type { OrdersFeed } from '#src/api/ordersFeed.ts';
import { ORDERS_FEED } from '#src/api/ordersFeed.ts';
import type { OutcomeLine, Target } from '#src/contracts/command.ts';
import type { OrderKey } from '#src/domain/dispatchOrder.ts';
import type { Chunk, CommandRun, RunTarget } from './commandRun.ts';
import { chunkTargets, runRows, tally } from './commandRun.ts';
import { recordRuns, useCommandStore } from './commandStore.ts';

/** Lines are shown in handfuls, so that five hundred of them do not paint five hundred times. */
const HANDFUL_MS = 30;

/** The dispatcher waits no longer (as against: the page goes away, and the run with it goes on after the reload). */
export const GAVE_UP = Symbol('gave up');

const driven = new Map<string, AbortController>();

const runById = (id: string) => useCommandStore.getState().runs.find((run) => run.id === id);

/** «Больше не ждать»: what was sent stays sent, its outcome is not known here. */
export function giveUp(id: string): void {
  driven.get(id)?.abort(GAVE_UP);
}

/** Lets go of all runs without a word about them: they are taken up again by the next `driveRun`. */
export function releaseRuns(): void {
  for (const controller of driven.values()) controller.abort();
  driven.clear();
}

/** Drives the run to its end; asking for a run that is already driven does nothing. */
export async function driveRun(client: QueryClient, id: string): Promise<void> {
  if (driven.has(id)) return;
  const controller = new AbortController();
  driven.set(id, controller);
  const { patchRun, setWait } = useCommandStore.getState();
  try {
    for (let index = 0; ; index += 1) {
      const run = runById(id);
      const chunk = run?.chunks[index];
      if (!run || !chunk) break;
      if (chunk.state === 'settled' || chunk.state === 'refused') continue;
      if (chunk.state === 'waiting' && run.stopped) break;
      await sendChunk(client, id, index, controller.signal);
      patchRun(id, (now) => withChunk(now, index, 'settled'));
    }
    patchRun(id, (now) => ({ ...now, state: 'settled' }));
  } catch (error) {
    if (controller.signal.aborted && controller.signal.reason !== GAVE_UP) return;
    patchRun(id, (now) => ended(now, error, client.getQueryData<OrdersFeed>(ORDERS_FEED)));
  } finally {
    if (driven.get(id) === controller) driven.delete(id);
    setWait(id, null);
    showTrouble(id);
  }
}

/** A closed panel opens again when a run did not end as asked: a refusal must not pass unseen. */
function showTrouble(id: string): void {
  const run = runById(id);
  const { panelOpen, openPanel } = useCommandStore.getState();
  if (!run || run.state === 'running' || panelOpen) return;
  const counts = tally(runRows(run));
  if (counts.good < counts.total) openPanel();
}

async function sendChunk(client: QueryClient, id: string, index: number, signal: AbortSignal): Promise<void> {
  const { patchRun, setWait } = useCommandStore.getState();
  const run = runById(id);
  const chunk = run?.chunks[index];
  if (!run || !chunk) return;
  patchRun(id, (now) => withChunk(now, index, 'sent'));
  recordRuns();
  let firstTry = chunk.state === 'waiting';
  let waiting: OutcomeLine[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length === 0) return;
    const lines = waiting;
    waiting = [];
    const feed = client.getQueryData<OrdersFeed>(ORDERS_FEED);
    patchRun(id, (now) => withLines(now, lines, feed));
  };
  try {
    await runCommand(
      { id: chunk.commandId, action: run.action, targets: chunkTargets(run, index).map(toTarget) },
      {
        signal,
        onLine: (line) => {
          waiting.push(line);
          timer ??= setTimeout(show, HANDFUL_MS);
        },
        onWait: (wait) => {
          if (wait?.why === 'connection') firstTry = false;
          setWait(id, wait);
        },
        signedInAgain: (until) => signedInAgain(client, until),
      },
    );
  } catch (error) {
    show();
    // A refusal of the very first try is the only proof that nothing was begun.
    const untouched = firstTry && !chunkTargets(run, index).some((target) => runById(id)?.lines[target.key]);
    if (untouched && error instanceof ApiError && error.status >= 400) {
      patchRun(id, (now) => withChunk(now, index, 'refused'));
    }
    throw error;
  } finally {
    show();
  }
}

/** Without what only the screen needs. */
const toTarget = ({ key: _key, number: _number, ...target }: RunTarget): Target => target;

function withChunk(run: CommandRun, index: number, state: Chunk['state']): CommandRun {
  return { ...run, chunks: run.chunks.map((chunk, at) => (at === index ? { ...chunk, state } : chunk)) };
}

/** What could not be confirmed is watched from the data that the screen had at that moment. */
function withLines(run: CommandRun, lines: OutcomeLine[], feed: OrdersFeed | undefined): CommandRun {
  const byKey = new Map(run.targets.map((target) => [target.key, target]));
  const next = { ...run, lines: { ...run.lines }, watch: { ...run.watch } };
  for (const line of lines) {
    const target = byKey.get(line.key as OrderKey);
    if (!target) continue;
    next.lines[target.key] = line;
    if (line.outcome === 'unknown')
      next.watch[target.key] = { asOf: feed?.asOf[target.system] ?? 0, reads: 0 };
  }
  return next;
}

/** The run after a failure of the whole command, or after giving up: what has no line by now is not known, and watched. */
function ended(run: CommandRun, error: unknown, feed: OrdersFeed | undefined): CommandRun {
  const failure =
    error instanceof ApiError
      ? {
          code: error.code,
          message: error.message || null,
          system: error.system,
          retryAfter: error.retryAfter,
        }
      : null;
  const next: CommandRun = { ...run, failure, stopped: true, state: 'settled', watch: { ...run.watch } };
  for (const [index, chunk] of run.chunks.entries()) {
    if (chunk.state !== 'sent') continue;
    next.state = 'lost';
    for (const { key, system } of chunkTargets(run, index)) {
      if (!run.lines[key]) next.watch[key] = { asOf: feed?.asOf[system] ?? 0, reads: 0 };
    }
  }
  return next;
}

/** Resolves as soon as the session query has an answer again: somebody signed in. */
function signedInAgain(client: QueryClient, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const stop = client.getQueryCache().subscribe((event) => {
      const back =
        event.type === 'updated' &&
        event.action.type === 'success' &&
        event.query.queryKey[0] === 'session' &&
        Boolean(event.query.state.data);
      if (back) end();
    });
    const end = () => {
      stop();
      signal.removeEventListener('abort', end);
      resolve();
    };
    signal.addEventListener('abort', end, { once: true });
  });
}
