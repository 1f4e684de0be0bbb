import { describe, expect, it } from 'vitest';
import { ApiError } from '#src/api/http.ts';
import type { Row } from '#src/contracts/wire.ts';
import type { FieldSpec } from '#src/domain/declaration.ts';
import type { DraftValues } from '#src/domain/recordDraft.ts';
import type { PasteRow } from '#src/domain/recordPaste.ts';
import type { PasteCalls, PasteOutcome } from './pasteRun.ts';
import { runPaste } from './pasteRun.ts';

const FIELDS: readonly FieldSpec[] = [
  { key: 'roleId', kind: 'text', required: true, check: 'id' },
  { key: 'title', kind: 'text', required: true },
  { key: 'parentId', kind: 'reference', from: 'roles' },
];

const row = (id: string, changes: Partial<PasteRow> = {}): PasteRow => ({
  id,
  kind: 'new',
  values: { roleId: id, title: `роль ${id}`, parentId: '' },
  fields: FIELDS,
  changes: [],
  errors: [],
  isDeleted: false,
  ...changes,
});

/** A list like iRECA's: it takes rows one after another, up to the first that is wrong. */
function list(held: Row[] = [], bad: Record<string, string> = {}) {
  const rows = new Map(held.map((one) => [String(one['roleId']), one]));
  const packs: string[][] = [];
  const calls: PasteCalls = {
    read: () =>
      Promise.resolve({
        raw: new Map(rows),
        values: new Map(
          [...rows].map(([id, one]): [string, DraftValues] => [
            id,
            { roleId: id, title: String(one['title']), parentId: String(one['parentId'] ?? '') },
          ]),
        ),
      }),
    readOne: () => Promise.reject(new Error('the list says it all')),
    replace: (sent) => {
      packs.push(sent.map((one) => String(one['roleId'])));
      for (const one of sent) {
        const id = String(one['roleId']);
        if (bad[id]) {
          return Promise.reject(new ApiError('upstreamRefused', { system: 'ireca', message: bad[id] }));
        }
        rows.set(id, one);
      }
      return Promise.resolve();
    },
    pause: () => Promise.resolve(),
  };
  return { rows, packs, calls };
}

async function run(rows: PasteRow[], calls: PasteCalls, stopAfter = Infinity) {
  const outcomes = new Map<string, PasteOutcome>();
  let packs = 0;
  const end = await runPaste(rows, FIELDS, {
    calls: {
      ...calls,
      replace: (sent) => {
        packs += 1;
        return calls.replace(sent);
      },
    },
    parentKey: 'parentId',
    onOutcome: ({ id }, outcome) => outcomes.set(id, outcome),
    stopped: () => packs >= stopAfter,
  });
  return { end, outcomes, states: [...outcomes].map(([id, { state }]) => `${id} ${state}`) };
}

const numbers = (from: number, count: number) => Array.from({ length: count }, (_, at) => String(from + at));

describe('runPaste', () => {
  it('sends new rows whole and known ones over what iRECA has, and believes only the reading', async () => {
    const { rows, calls } = list([{ roleId: '1', title: 'старая', isActive: 1, note: 'чужое поле' }]);
    const change = row('1', {
      kind: 'changed',
      values: { roleId: '1', title: 'новая' },
      fields: FIELDS.slice(0, 2),
    });
    const { end, states } = await run([row('2'), change], calls);
    expect(end).toEqual({ ended: 'whole' });
    expect(states).toEqual(['2 created', '1 changed']);
    expect(rows.get('1')).toEqual({ roleId: '1', title: 'новая', isActive: 1, note: 'чужое поле' });
    expect(rows.get('2')).toEqual({ roleId: '2', title: 'роль 2', parentId: null });
  });

  it('reads alone what is shorter in the list, so that an address keeps its postcode', async () => {
    const short = { roleId: '1', title: 'старая', addressEntity: { city: 'Выборг' } };
    const whole = { ...short, addressEntity: { city: 'Выборг', postindex: '188800' } };
    const { rows, calls } = list([short, { roleId: '2', title: 'старая', addressEntity: {} }]);
    const asked: string[] = [];
    const readOne: PasteCalls['readOne'] = (id) => {
      asked.push(id);
      return Promise.resolve(id === '1' ? { raw: whole, values: { roleId: '1', title: 'старая' } } : null);
    };
    const change = (id: string) =>
      row(id, { kind: 'changed', values: { roleId: id, title: 'новая' }, fields: FIELDS.slice(0, 2) });
    const { states } = await run([change('1'), change('2')], { ...calls, readOne });
    expect(asked).toEqual(['1', '2']);
    expect(states).toEqual(['2 vanished', '1 changed']);
    expect(rows.get('1')).toEqual({ ...whole, title: 'новая' });
  });

  it('sends nothing when one of them cannot be read alone', async () => {
    const { packs, calls } = list([{ roleId: '1', title: 'старая', addressEntity: { city: 'Выборг' } }]);
    const error = new ApiError('upstreamTimeout', { system: 'ireca' });
    const change = row('1', { kind: 'changed', values: { roleId: '1', title: 'новая' } });
    const { end } = await run([change], { ...calls, readOne: () => Promise.reject(error) });
    expect(end).toEqual({ ended: 'halted', error });
    expect(packs).toEqual([]);
  });

  it('writes nothing over a record that somebody made meanwhile, and makes none of one that is gone', async () => {
    const { packs, calls } = list([{ roleId: '7', title: 'чужая' }]);
    const { states } = await run([row('7'), row('8', { kind: 'changed' })], calls);
    expect(states).toEqual(['7 appeared', '8 vanished']);
    expect(packs).toEqual([]);
  });

  it('parts a refused pack until the wrong row stands alone with the words of iRECA', async () => {
    const { calls, packs } = list([], { '140': 'Роль 140 запрещена' });
    const { end, outcomes } = await run(
      numbers(1, 250).map((id) => row(id)),
      calls,
    );
    expect(end).toEqual({ ended: 'whole' });
    expect(packs.map((pack) => pack.length).slice(0, 2)).toEqual([100, 100]);
    const refused = [...outcomes].filter(([, { state }]) => state !== 'created');
    expect(refused.map(([id, { state }]) => [id, state])).toEqual([['140', 'refused']]);
    expect(outcomes.get('140')?.error).toMatchObject({ message: 'Роль 140 запрещена' });
  });

  it('does not part for ever: a pack that is refused whole ends with every row refused', async () => {
    const ids = numbers(1, 100);
    const { calls, packs } = list([], Object.fromEntries(ids.map((id) => [id, 'нет'])));
    const { states } = await run(
      ids.map((id) => row(id)),
      calls,
    );
    expect(states.every((state) => state.endsWith(' refused'))).toBe(true);
    expect(packs.length).toBeLessThan(100);
  });

  it('sends whom others stand below first', async () => {
    const { packs, calls } = list();
    const child = row('1', { values: { roleId: '1', title: 'a', parentId: '3' } });
    const middle = row('3', { values: { roleId: '3', title: 'b', parentId: '2' } });
    await run([child, row('2'), middle], calls);
    expect(packs).toEqual([['2', '3', '1']]);
  });

  it('stops between packs and leaves the rest as it was', async () => {
    const { calls } = list();
    const { end, outcomes } = await run(
      numbers(1, 250).map((id) => row(id)),
      calls,
      1,
    );
    expect(end).toEqual({ ended: 'stopped' });
    expect(outcomes.size).toBe(100);
    expect(new Set([...outcomes.values()].map(({ state }) => state))).toEqual(new Set(['created']));
  });

  it.each(['upstreamTimeout', 'upstreamFailed'] as const)(
    'looks up what became of a call, %s',
    async (code) => {
      const { calls, rows } = list();
      let lost = 0;
      const replace = async (sent: readonly Row[]) => {
        lost += 1;
        if (lost === 1) await calls.replace(sent.slice(0, 1));
        throw new ApiError(code, { system: 'ireca' });
      };
      const { states, outcomes } = await run([row('1'), row('2')], { ...calls, replace });
      expect(rows.size).toBe(1);
      expect(states).toEqual(['1 created', '2 absent']);
      expect(outcomes.get('2')?.error).toMatchObject({ code });
      expect(lost).toBe(1);
    },
  );

  it('says which fields were kept otherwise, after it has looked twice', async () => {
    const { calls, rows } = list();
    let pauses = 0;
    const replace = (sent: readonly Row[]) => {
      for (const one of sent) rows.set(String(one['roleId']), { ...one, title: 'иначе' });
      return Promise.resolve();
    };
    const pause = () => {
      pauses += 1;
      rows.set('1', { roleId: '1', title: 'роль 1', parentId: null });
      return Promise.resolve();
    };
    const { outcomes } = await run([row('1'), row('2')], { ...calls, replace, pause });
    expect(pauses).toBe(1);
    expect(outcomes.get('1')?.state).toBe('created');
    expect(outcomes.get('2')).toEqual({ state: 'differs', keys: ['title'] });
  });

  it('halts when the session is over, and says unknown where nothing could be read back', async () => {
    const over = new ApiError('unauthenticated');
    const { calls } = list();
    const halted = await run([row('1')], { ...calls, replace: () => Promise.reject(over) });
    expect(halted.end).toEqual({ ended: 'halted', error: over });
    expect(halted.states).toEqual(['1 refused']);

    let readings = 0;
    const read: PasteCalls['read'] = () => {
      readings += 1;
      return readings > 1 ? Promise.reject(over) : calls.read();
    };
    const unknown = await run([row('1')], { ...calls, read });
    expect(unknown.states).toEqual(['1 unknown']);
    const nothing = await run([row('1')], { ...calls, read: () => Promise.reject(over) });
    expect(nothing.end).toEqual({ ended: 'halted', error: over });
    expect(nothing.states).toEqual([]);
  });
});
