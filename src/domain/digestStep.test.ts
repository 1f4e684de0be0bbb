import { describe, expect, it } from 'vitest';
import { doersOf, kindOfStep, pathOf, stepWithin } from '#src/domain/digestStep.ts';
import { glance, orderStep } from '#src/testing/sampleSteps.ts';

const dina = { login: 'dina', name: 'Дина' };

describe('kindOfStep', () => {
  it.each([
    ['ireca', '6', '7', 'couriers'],
    ['ireca', '7', '9', 'couriers'],
    ['ireca', '9', '10', 'couriers'],
    ['ireca', '1', '6', 'others'],
    ['ireca', '7', '11', 'cancelled'],
    ['ireca', '11', '6', 'others'],
    ['ireca', '6', '42', 'others'],
    ['kassa', 'DISTRIBUTED', 'ISSUED', 'couriers'],
    ['kassa', 'ISSUED', 'FINISHED', 'couriers'],
    ['kassa', 'ACCEPTED', 'DISTRIBUTED', 'others'],
    ['kassa', 'NEW', 'DELETED', 'cancelled'],
    ['kassa', 'REFUSED', 'DELETED', 'others'],
  ] as const)('%s: %s → %s done elsewhere is %s', (system, was, is, kind) => {
    expect(kindOfStep(system, orderStep(1, glance(was), glance(is)))).toBe(kind);
  });

  it('is no courier’s deed when it was done in Pult', () => {
    expect(kindOfStep('ireca', orderStep(1, glance('7'), glance('9'), { by: dina }))).toBe('others');
    expect(kindOfStep('ireca', orderStep(1, glance('7'), glance('11'), { by: dina }))).toBe('cancelled');
  });

  it('tells orders that came, left and were deleted', () => {
    expect(kindOfStep('ireca', orderStep(1, null, glance('6')))).toBe('came');
    expect(kindOfStep('ireca', orderStep(1, glance('6'), null))).toBe('left');
    expect(kindOfStep('ireca', orderStep(1, glance('6'), null, { by: dina }))).toBe('deleted');
  });

  it('tells a courier or a window from what the board does not show', () => {
    expect(kindOfStep('ireca', orderStep(1, glance('6'), glance('6', { courierId: '3' })))).toBe('others');
    expect(kindOfStep('ireca', orderStep(1, glance('6'), glance('6', { windowTo: 5 })))).toBe('others');
    expect(kindOfStep('ireca', orderStep(1, glance('6'), glance('6')))).toBe('edited');
  });
});

describe('stepWithin', () => {
  const step = (at: number, after: number | null) => orderStep(at, glance('6'), glance('7'), { after });

  it('takes what was noticed after the span began', () => {
    expect(stepWithin(step(100, null), { from: 100, until: null })).toBe(false);
    expect(stepWithin(step(101, null), { from: 100, until: null })).toBe(true);
  });

  it('takes what was noticed after its end only when it may have happened before', () => {
    const span = { from: 100, until: 200 };
    expect(stepWithin(step(200, 190), span)).toBe(true);
    expect(stepWithin(step(230, 110), span)).toBe(true);
    expect(stepWithin(step(230, 200), span)).toBe(false);
    expect(stepWithin(step(230, null), span)).toBe(false);
  });
});

describe('pathOf and doersOf', () => {
  it('gives each state once, in order', () => {
    const steps = [
      orderStep(1, null, glance('6')),
      orderStep(2, glance('6'), glance('6', { courierId: '3' })),
      orderStep(3, glance('6', { courierId: '3' }), glance('7', { courierId: '3' })),
      orderStep(4, glance('7'), null),
    ];
    expect(pathOf(steps, ({ status }) => status)).toEqual([
      { value: '6', step: steps[0] },
      { value: '7', step: steps[2] },
    ]);
    expect(pathOf(steps, ({ courierId }) => courierId).map(({ value }) => value)).toEqual([null, '3', null]);
    expect(pathOf(steps.slice(1), ({ status }) => status)[0]).toEqual({ value: '6', step: null });
    expect(pathOf([], ({ status }) => status)).toEqual([]);
  });

  it('names who did it in Pult, the last first, and says when it was done elsewhere too', () => {
    const by = (login: string, name: string) => ({ by: { login, name } });
    expect(
      doersOf([
        orderStep(1, glance('6'), glance('6'), by('dina', 'Дина')),
        orderStep(2, glance('6'), glance('6'), by('denis', 'Денис')),
        orderStep(3, glance('6'), glance('6'), by('dina', 'Дина')),
        orderStep(4, glance('6'), glance('7')),
      ]),
    ).toEqual({ names: ['Дина', 'Денис'], outside: true });
    expect(doersOf([orderStep(1, null, glance('6'), by('x', ''))])).toEqual({ names: ['x'], outside: false });
  });
});
