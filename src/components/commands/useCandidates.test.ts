import { describe, expect, it } from 'vitest';
import type { Candidate } from '#src/domain/candidates.ts';
import { bestCandidates } from './useCandidates.ts';

const candidate = (courierId: string, changes: Partial<Candidate> = {}): Candidate => ({
  courier: {
    courierId,
    title: courierId,
    phone: '',
    phoneDigits: null,
    onShift: true,
    onShiftSince: null,
    deviceTitle: '',
    roleId: null,
  },
  onShift: true,
  distanceMetres: null,
  openOrders: 0,
  positionAgeMs: null,
  alreadyHas: 0,
  possible: { ireca: true, kassa: true, why: null },
  possibleOrders: 1,
  score: null,
  ...changes,
});
const able = (id: string, score: number | null, openOrders = 0) => candidate(id, { score, openOrders });
const barred = (id: string, score: number | null, changes: Partial<Candidate> = {}) =>
  candidate(id, {
    score,
    possibleOrders: 0,
    possible: { ireca: true, kassa: false, why: 'noPhone' },
    ...changes,
  });
const ids = (shown: Candidate[]) => shown.map(({ courier }) => courier.courierId);

describe('bestCandidates', () => {
  it('is the first few, as they stand', () => {
    const all = ['1', '2', '3', '4'].map((id, index) => able(id, index * 100));
    expect(ids(bestCandidates(all, 3))).toEqual(['1', '2', '3']);
  });

  it('names who would be among them but cannot take the order, and nobody further away', () => {
    const all = [able('1', 100), able('2', 500), barred('near', 200), barred('far', 900)];
    expect(ids(bestCandidates(all, 2))).toEqual(['1', '2', 'near']);
    expect(ids(bestCandidates([...all, barred('a', 1), barred('b', 2)], 2))).toEqual(['1', '2', 'near', 'a']);
  });

  it('goes by load where nothing is known of distances, and by the shift before all', () => {
    const all = [
      able('1', null, 1),
      able('2', null, 3),
      barred('idle', null),
      barred('busy', null, { openOrders: 4 }),
    ];
    expect(ids(bestCandidates(all, 2))).toEqual(['1', '2', 'idle']);
    const home = [able('1', 100), able('2', 500), barred('home', 10, { onShift: false })];
    expect(ids(bestCandidates(home, 2))).toEqual(['1', '2']);
  });

  it('shows who cannot when there is nobody else', () => {
    expect(ids(bestCandidates([able('1', 100), barred('far', 9_000)], 5))).toEqual(['1', 'far']);
    expect(ids(bestCandidates([barred('a', 1), barred('b', 2), barred('c', 3)], 5))).toEqual(['a', 'b']);
  });
});
