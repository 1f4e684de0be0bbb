/** Which commands are told as failed. */
import { describe, expect, it } from 'vitest';
import { runNotice } from '#src/app/notices/runNotices.ts';
import type { CommandRun } from '#src/components/commands/commandRun.ts';
import { makeRun, runTarget } from '#src/components/commands/commandRun.ts';
import type { OutcomeLine } from '#src/contracts/command.ts';
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { ru } from '#src/locales/ru.ts';
import { notices } from '#src/locales/ru/notices.ts';

const words = { commands: ru.commands, events: notices.events };
const seen = { status: '6', courierId: '7' };
const order = (id: string) =>
  ({ key: `ireca:${id}`, system: 'ireca', id, number: `G-${id}`, seen }) as DispatchOrder;

function run(outcomes: OutcomeLine['outcome'][], changes: Partial<CommandRun> = {}): CommandRun {
  const targets = outcomes.map((_, at) => runTarget(order(String(at + 1))));
  const made = makeRun({ action: { type: 'unassign' }, targets }, 1, () => 'id');
  const lines = Object.fromEntries(
    outcomes.map((outcome, at) => {
      const key = `ireca:${at + 1}`;
      return [key, { key, outcome, reason: null, before: seen, after: seen, message: null }];
    }),
  );
  const chunks = made.chunks.map((chunk) => ({ ...chunk, state: 'settled' as const }));
  return { ...made, chunks, lines, state: 'settled', ...changes };
}

describe('a command', () => {
  it('that went well, or met an order that somebody had changed, is not told', () => {
    expect(runNotice(run(['done', 'changed', 'forbidden']), words)).toBeNull();
    expect(runNotice(run(['failed'], { state: 'running' }), words)).toBeNull();
  });

  it('that failed for one order leads to it', () => {
    expect(runNotice(run(['done', 'failed']), words)).toMatchObject({
      kind: 'failed',
      key: 'failed:id',
      title: 'Не удалось: Снятие курьера',
      body: 'G-2 · готово 1 · отказ системы 1',
      to: '/orders/ireca/2',
      ownTab: true,
    });
  });

  it('that could not be confirmed says so, and several orders lead to the list', () => {
    expect(runNotice(run(['unknown', 'unknown']), words)).toMatchObject({
      title: 'Не подтверждено: Снятие курьера',
      body: 'не подтверждено 2',
      to: '/orders',
    });
  });

  it('that was refused as a whole is told; one that the dispatcher stopped is not', () => {
    const unsent = { lines: {}, chunks: [{ commandId: 'c', size: 1, state: 'refused' as const }] };
    const failure = { code: 'internal' as const, message: null, system: null, retryAfter: null };
    expect(runNotice(run(['done'], { ...unsent, failure }), words)).toMatchObject({ kind: 'failed' });
    expect(runNotice(run(['done'], { ...unsent, stopped: true }), words)).toBeNull();
  });
});
