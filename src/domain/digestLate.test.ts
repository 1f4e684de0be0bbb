import { describe, expect, it } from 'vitest';
import { becameLate } from '#src/domain/digestLate.ts';
import type { OrderStep } from '#src/contracts/changes.ts';
import { glance, orderStep } from '#src/testing/sampleSteps.ts';

const due = (windowTo: number | null, status = '6') => glance(status, { windowTo });
const SPAN = { from: 100, until: null };
const NOW = 1000;
const late = (
  steps: OrderStep[],
  current: ReturnType<typeof glance> | null,
  span: { from: number; until: number | null } = SPAN,
) => becameLate({ system: 'ireca', steps, current }, span, NOW);

describe('becameLate: nothing else happened', () => {
  it('tells an open order whose window ended within the span', () => {
    expect(late([], due(500))).toEqual({ windowTo: 500, ended: 'still', endedAt: null, doubtful: false });
  });

  it('says nothing of one that was late before, is not due yet, is closed, or has no window', () => {
    expect(late([], due(100))).toBeNull();
    expect(late([], due(NOW))).toBeNull();
    expect(late([], due(500, '9'))).toBeNull();
    expect(late([], due(null))).toBeNull();
    expect(late([], null)).toBeNull();
  });

  it('leaves out what became late after the span', () => {
    expect(late([], due(500), { from: 100, until: 400 })).toBeNull();
    expect(late([], due(400), { from: 100, until: 400 })).not.toBeNull();
  });

  it('counts the later end of a window that was typed the wrong way round', () => {
    expect(late([], glance('6', { windowFrom: 500, windowTo: 50 }))?.windowTo).toBe(500);
  });
});

describe('becameLate: and then it was put right', () => {
  it('tells one that was delivered after its window', () => {
    expect(late([orderStep(600, due(500, '7'), due(500, '9'))], due(500, '9'))).toMatchObject({
      ended: 'delivered',
      endedAt: 600,
      doubtful: false,
    });
  });

  it('says nothing of one that was delivered in time', () => {
    expect(late([orderStep(450, due(500, '7'), due(500, '9'))], due(500, '9'))).toBeNull();
  });

  it('doubts a delivery around the end of the window that nobody saw', () => {
    const unseen = orderStep(600, due(500, '7'), due(500, '9'), { after: 300 });
    expect(late([unseen], due(500, '9'))).toMatchObject({ ended: 'delivered', doubtful: true });
    const seen = orderStep(600, due(500, '7'), due(500, '9'), { after: 550 });
    expect(late([seen], due(500, '9'))).toMatchObject({ ended: 'delivered', doubtful: false });
  });

  it('claims nothing of a window that was moved, or an order cancelled, while nobody looked', () => {
    expect(late([orderStep(600, due(500), due(2000), { after: 300 })], due(2000))).toBeNull();
    expect(late([orderStep(600, due(500), due(500, '11'), { after: 300 })], due(500, '11'))).toBeNull();
  });

  it('tells one whose window was moved after it had ended; one that is late again is late', () => {
    expect(late([orderStep(600, due(500), due(2000))], due(2000))).toMatchObject({
      ended: 'moved',
      endedAt: 600,
    });
    const again = [orderStep(600, due(500), due(700))];
    expect(late(again, due(700))).toMatchObject({ windowTo: 700, ended: 'still' });
    // The second time is after the span.
    expect(late(again, due(700), { from: 100, until: 650 })).toMatchObject({ windowTo: 500, ended: 'moved' });
  });

  it('tells one that was late before the span, was given a later window, and missed that too', () => {
    expect(late([orderStep(200, due(50), due(400))], due(400))).toMatchObject({
      windowTo: 400,
      ended: 'still',
    });
    expect(late([orderStep(200, due(50), due(4000))], due(4000))).toBeNull();
  });

  it('tells one that was cancelled, restored, and is late as before', () => {
    const restored = [orderStep(600, due(500), due(500, '11')), orderStep(700, due(500, '11'), due(500))];
    expect(late(restored, due(500))).toMatchObject({ ended: 'still', endedAt: null });
  });

  it('takes no heed of a list that lost it for a moment', () => {
    const flicker = (windowTo: number) => [
      orderStep(600, due(windowTo), null),
      orderStep(620, null, due(windowTo)),
    ];
    expect(late(flicker(500), due(500))).toMatchObject({ ended: 'still', endedAt: null });
    const unseen = [orderStep(600, due(500), null, { after: 300 }), orderStep(620, null, due(500))];
    expect(late(unseen, due(500))).toMatchObject({ windowTo: 500, ended: 'still' });
    // Late before the span already.
    expect(late(flicker(50), due(50))).toBeNull();
  });

  it('goes on being late through changes that do not end it', () => {
    const steps = [
      orderStep(600, due(500), glance('6', { windowTo: 500, courierId: '3' })),
      orderStep(700, glance('6', { windowTo: 500, courierId: '3' }), due(500, '7')),
    ];
    expect(late(steps, due(500, '7'))).toMatchObject({ ended: 'still', endedAt: null });
  });

  it('tells cancelled and vanished ones', () => {
    expect(late([orderStep(600, due(500), due(500, '11'))], null)).toMatchObject({ ended: 'cancelled' });
    expect(late([orderStep(600, due(500), null)], null)).toMatchObject({ ended: 'gone' });
  });

  it('tells one that a colleague deleted in Pult as deleted, unless it came back', () => {
    const by = { login: 'denis', name: 'Денис' };
    const deletion = (windowTo: number) => orderStep(600, due(windowTo), null, { by });
    expect(late([deletion(500)], null)).toMatchObject({ ended: 'deleted', endedAt: 600 });
    const back = orderStep(620, null, due(500));
    expect(late([deletion(500), back], due(500))).toMatchObject({ ended: 'still', endedAt: null });
    // Late before the span already.
    expect(late([deletion(50), orderStep(620, null, due(50))], due(50))).toBeNull();
  });
});

describe('becameLate: it began in the span', () => {
  it('tells one that came late already, or whose window was moved back', () => {
    expect(late([orderStep(600, null, due(50))], due(50))).toMatchObject({ windowTo: 50, ended: 'still' });
    expect(late([orderStep(600, due(2000), due(50))], due(50))).toMatchObject({ ended: 'still' });
  });

  it('does not call late again what was late before the span and still is', () => {
    expect(late([orderStep(600, due(50), due(50, '7'))], due(50, '7'))).toBeNull();
  });
});
