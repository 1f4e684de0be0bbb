// @vitest-environment jsdom
/** A run on its way to the proxy: reloads, stops, refusals. The proxy's side is a real HTTP server. */
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import type { Command, Outcome } from '#src/contracts/command.ts';
import { commandSchema } from '#src/contracts/command.ts';
import { directoryOf, dispatchOrder } from '#src/testing/sampleOrders.ts';
import type { CommandRun } from './commandRun.ts';
import { CHUNK_SIZE, runRows, runTarget, tally } from './commandRun.ts';
import { newDraft } from './commandDraft.ts';
import { recordRuns, useCommands, useCommandStore } from './commandStore.ts';
import { driveRun, giveUp, releaseRuns } from './driveRun.ts';
import { retryPlan } from './followUps.ts';

const received: Command[] = [];
let answer: (command: Command, response: ServerResponse) => void;
let close: () => Promise<void>;
let client: QueryClient;

const lines = (command: Command, outcome: (id: string) => Outcome = () => 'done') =>
  command.targets
    .map(({ system, id, seen }) =>
      JSON.stringify({
        key: `${system}:${id}`,
        outcome: outcome(id),
        reason: null,
        before: seen,
        after: { ...seen, courierId: '7' },
        message: null,
      }),
    )
    .join('\n');

beforeEach(async () => {
  received.length = 0;
  client = new QueryClient();
  sessionStorage.clear();
  useCommandStore.setState({ ...useCommandStore.getInitialState(), mayCommand: true });
  answer = (command, response) => response.end(lines(command));
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const command = commandSchema.parse(JSON.parse(body));
      received.push(command);
      answer(command, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const realFetch = globalThis.fetch;
  // jsdom's AbortSignal is not the one that Node's fetch knows.
  vi.stubGlobal('fetch', (path: string, { signal: _signal, ...init }: RequestInit = {}) =>
    realFetch(origin + path, init),
  );
  close = () =>
    new Promise((resolve) => {
      vi.unstubAllGlobals();
      server.closeAllConnections();
      server.close(() => resolve());
    });
});

afterEach(async () => {
  releaseRuns();
  await close();
});

const orders = (count: number) =>
  Array.from({ length: count }, (_, index) => dispatchOrder({ id: String(index + 1) }));

function begin(count: number): string {
  const id = useCommandStore.getState().start({
    action: { type: 'assign', courierId: '7' },
    targets: orders(count).map((order) => runTarget(order)),
    courierName: 'Алексей Быстров',
  });
  if (id === null) throw new Error('not begun');
  return id;
}

function runOf(id: string): CommandRun {
  const run = useCommandStore.getState().runs.find((one) => one.id === id);
  if (!run) throw new Error('no such run');
  return run;
}
const counts = (id: string) => tally(runRows(runOf(id)));

test('each order gets its word; its pending mark goes with it; sent orders leave the selection', async () => {
  useBoardStore.getState().select(['ireca:1', 'ireca:2', 'ireca:99']);
  const id = begin(2);
  expect([...useCommandStore.getState().pending]).toEqual(['ireca:1', 'ireca:2']);
  expect([...useBoardStore.getState().selected]).toEqual(['ireca:99']);
  await driveRun(client, id);
  expect(runOf(id).state).toBe('settled');
  expect(counts(id)).toMatchObject({ good: 2, total: 2 });
  expect(useCommandStore.getState().pending.size).toBe(0);
});

test('driving the same run twice sends it once', async () => {
  const id = begin(1);
  await Promise.all([driveRun(client, id), driveRun(client, id)]);
  expect(received).toHaveLength(1);
});

test('a run that was going on when the page was reloaded is asked again by the same command id', async () => {
  let held: ServerResponse | undefined;
  answer = (_command, response) => {
    held = response;
    response.write('');
    response.flushHeaders();
  };
  const id = begin(2);
  const first = driveRun(client, id);
  await vi.waitFor(() => expect(held).toBeDefined());
  releaseRuns();
  held?.destroy();
  recordRuns();
  const kept = sessionStorage.getItem('pult.commands');
  useCommandStore.setState({ ...useCommandStore.getInitialState() });
  sessionStorage.setItem('pult.commands', kept ?? '');
  await useCommandStore.persist.rehydrate();
  useCommandStore.setState({ mayCommand: true });
  expect(runOf(id).state).toBe('running');
  expect([...useCommandStore.getState().pending]).toEqual(['ireca:1', 'ireca:2']);

  answer = (command, response) => response.end(lines(command));
  await Promise.all([first, driveRun(client, id)]);
  expect(received.length).toBeGreaterThan(1);
  expect(new Set(received.map((command) => JSON.stringify(command))).size).toBe(1);
  expect(counts(id)).toMatchObject({ good: 2 });
});

test('«Остановить» sends no further piece and names what was not sent', async () => {
  const id = begin(CHUNK_SIZE + 5);
  answer = (command, response) => {
    useCommandStore.getState().stop(id);
    response.end(lines(command));
  };
  await driveRun(client, id);
  expect(received).toHaveLength(1);
  expect(received[0]?.targets).toHaveLength(CHUNK_SIZE);
  expect(runOf(id).state).toBe('settled');
  expect(counts(id)).toMatchObject({ good: CHUNK_SIZE, unsent: 5 });
});

test('one refused of five: retry sends that one only, as a run of its own', async () => {
  answer = (command, response) => response.end(lines(command, (id) => (id === '3' ? 'failed' : 'done')));
  const id = begin(5);
  await driveRun(client, id);
  expect(counts(id)).toMatchObject({ good: 4, failed: 1 });

  answer = (command, response) => response.end(lines(command));
  const again = useCommandStore.getState().start({
    action: runOf(id).action,
    targets: retryPlan(runOf(id), () => undefined).targets,
    retryOf: id,
  });
  await driveRun(client, again ?? '');
  expect(received[1]?.targets.map((target) => target.id)).toEqual(['3']);
  expect(received[1]?.id).not.toBe(received[0]?.id);
});

test('a command refused as a whole wrote nothing: every order is «не отправлено» and the reason is kept', async () => {
  answer = (_command, response) => {
    response.writeHead(403, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ error: { code: 'forbidden' } }));
  };
  const id = begin(CHUNK_SIZE + 1);
  useCommandStore.getState().closePanel();
  await driveRun(client, id);
  expect(received).toHaveLength(1);
  expect(runOf(id)).toMatchObject({ state: 'settled', failure: { code: 'forbidden' } });
  expect(counts(id)).toMatchObject({ unsent: CHUNK_SIZE + 1 });
  expect(useCommandStore.getState().panelOpen).toBe(true);
});

test('giving up leaves what was sent as not confirmed, and watched', async () => {
  answer = (_command, response) => response.destroy();
  const id = begin(1);
  const driving = driveRun(client, id);
  await vi.waitFor(() => expect(useCommandStore.getState().waits[id]?.why).toBe('connection'));
  giveUp(id);
  await driving;
  expect(runOf(id).state).toBe('lost');
  expect(counts(id)).toMatchObject({ unknown: 1 });
  expect(runOf(id).watch['ireca:1']).toEqual({ asOf: 0, reads: 0 });
  expect(useCommandStore.getState().waits[id]).toBeUndefined();
});

test('somebody else at this tab starts with nothing; the same dispatcher finds everything', () => {
  const { adopt } = useCommandStore.getState();
  adopt('dima');
  begin(1);
  adopt('dima');
  expect(useCommandStore.getState().runs).toHaveLength(1);
  adopt('olga');
  expect(useCommandStore.getState().runs).toEqual([]);
  expect(useCommandStore.getState().pending.size).toBe(0);
});

test('without the role no command begins and no dialog opens', () => {
  useCommandStore.setState({ mayCommand: false });
  const commands = useCommands();
  commands.openAssign(orders(1));
  commands.openCancel(orders(1));
  commands.unassign([dispatchOrder({ courierId: '7' })]);
  commands.assign(orders(1), '7');
  expect(useCommandStore.getState()).toMatchObject({ dialog: null, runs: [] });
});

test('assigning directly sends only what is whole; anything doubtful opens the dialog with the courier chosen', () => {
  const directory = directoryOf([{ courierId: '7', title: 'Алексей Быстров', phone: '' }]);
  useCommandStore.setState({ directory });
  const { assign } = useCommands();
  assign(orders(2), '7');
  expect(useCommandStore.getState().runs[0]).toMatchObject({
    courierName: 'Алексей Быстров',
    targets: [{ id: '1' }, { id: '2' }],
  });

  const kassa = dispatchOrder({ id: '5', system: 'kassa' });
  assign([dispatchOrder({ id: '9' }), kassa], '7');
  expect(useCommandStore.getState().runs).toHaveLength(1);
  expect(useCommandStore.getState().dialog).toMatchObject({ kind: 'assign', courierId: '7' });
});

test('what was typed into a dialog survives a reload', async () => {
  const { openDialog, patchDialog } = useCommandStore.getState();
  openDialog(newDraft.cancel(orders(2)));
  patchDialog({ reasonId: '5276', comment: 'Клиент передумал' });
  recordRuns();
  const kept = sessionStorage.getItem('pult.commands');
  useCommandStore.setState({ ...useCommandStore.getInitialState() });
  sessionStorage.setItem('pult.commands', kept ?? '');
  await useCommandStore.persist.rehydrate();
  expect(useCommandStore.getState().dialog).toMatchObject({
    kind: 'cancel',
    reasonId: '5276',
    comment: 'Клиент передумал',
    orders: [{ key: 'ireca:1' }, { key: 'ireca:2' }],
  });
});

test('what only one order’s deed needs is sent with it, what only the screen needs is not', async () => {
  answer = (command, response) => response.end(lines(command));
  const window = { from: 1000, to: 2000 };
  const shownWindow = { from: null, to: 500 };
  const id = useCommandStore.getState().start({
    action: { type: 'reschedule' },
    targets: orders(1).map((order) => runTarget(order, { window, shownWindow })),
  });
  await driveRun(client, id ?? '');
  expect(received[0]?.targets).toEqual([
    { system: 'ireca', id: '1', seen: { status: '6', courierId: null }, window, shownWindow },
  ]);
});
