import { describe, expect, it } from 'vitest';
import type { Action } from '#src/contracts/command.ts';
import { legalMove } from '#src/domain/moves.ts';

/** The deed, or why not. */
const outcome = (system: 'ireca' | 'kassa', status: string | null, type: Action['type'], wanted?: string) => {
  const move = legalMove(system, status, type, wanted);
  return move.legal ? `+${move.deed}` : move.why;
};

type Row = [status: string | null, assign: string, unassign: string, cancel: string];

describe('iRECA', () => {
  it.each<Row>([
    ['1', '+assign', '+unassign', '+irecaCancel'],
    ['6', '+assign', '+unassign', '+irecaCancel'],
    ['7', '+assign', 'taken', '+irecaCancel'],
    ['9', 'delivered', 'delivered', 'delivered'],
    ['10', 'closed', 'closed', 'closed'],
    ['11', 'cancelled', 'cancelled', 'cancelled'],
    ['42', '+assign', '+unassign', 'unknownStatus'],
    [null, '+assign', '+unassign', 'unknownStatus'],
  ])('from %j: assign %s, unassign %s, cancel %s', (status, assign, unassign, cancel) => {
    expect(outcome('ireca', status, 'assign')).toBe(assign);
    expect(outcome('ireca', status, 'unassign')).toBe(unassign);
    expect(outcome('ireca', status, 'cancel')).toBe(cancel);
  });

  it.each(['reschedule', 'readdress', 'restore'] as const)('%s while it is open', (type) => {
    for (const status of ['1', '6', '7', '42', null]) expect(outcome('ireca', status, type)).toBe(`+${type}`);
    expect(outcome('ireca', '9', type)).toBe('delivered');
    expect(outcome('ireca', '10', type)).toBe('closed');
    expect(outcome('ireca', '11', type)).toBe('cancelled');
  });

  it("setDelivery: 1 → 6 is the dispatcher's, the rest is the courier's, cancelling needs a reason", () => {
    expect(outcome('ireca', '1', 'setDelivery', '6')).toBe('+prepare');
    expect(outcome('ireca', '6', 'setDelivery', '6')).toBe('couriersMove');
    expect(outcome('ireca', '6', 'setDelivery', '7')).toBe('couriersMove');
    expect(outcome('ireca', '7', 'setDelivery', '9')).toBe('couriersMove');
    expect(outcome('ireca', '1', 'setDelivery', '9')).toBe('couriersMove');
    expect(outcome('ireca', '6', 'setDelivery', '11')).toBe('notSupported');
    expect(outcome('ireca', '42', 'setDelivery', '6')).toBe('unknownStatus');
    expect(outcome('ireca', '9', 'setDelivery', '6')).toBe('delivered');
    expect(outcome('ireca', '1', 'setDelivery')).toBe('couriersMove');
    expect(outcome('ireca', '7', 'setDelivery', '6')).toBe('taken');
  });

  it.each([
    ['1', '+irecaDelete'],
    ['6', '+irecaDelete'],
    ['7', 'taken'],
    ['9', 'delivered'],
    ['10', 'closed'],
    ['11', '+irecaDelete'],
    ['42', 'unknownStatus'],
    [null, 'unknownStatus'],
  ])('deleting from %j: %s', (status, expected) => {
    expect(outcome('ireca', status, 'delete')).toBe(expected);
  });
});

describe('Kassa', () => {
  it.each<Row>([
    ['NEW', '+assign', 'notAssigned', '+kassaDelete'],
    ['ACCEPTED', '+assign', 'notAssigned', '+kassaRefuse'],
    ['DISTRIBUTED', '+assign', '+unassign', '+kassaRefuse'],
    ['ISSUED', 'taken', 'taken', 'taken'],
    ['FINISHED', 'closed', 'closed', 'closed'],
    ['REFUSED', 'cancelled', 'cancelled', 'cancelled'],
    ['DELETED', 'cancelled', 'cancelled', 'cancelled'],
    ['RETURNED', 'unknownStatus', 'unknownStatus', 'unknownStatus'],
    [null, 'unknownStatus', 'unknownStatus', 'unknownStatus'],
    ['constructor', 'unknownStatus', 'unknownStatus', 'unknownStatus'],
  ])('from %j: assign %s, unassign %s, cancel %s', (status, assign, unassign, cancel) => {
    expect(outcome('kassa', status, 'assign')).toBe(assign);
    expect(outcome('kassa', status, 'restore')).toBe(assign.replace('assign', 'restore'));
    expect(outcome('kassa', status, 'unassign')).toBe(unassign);
    expect(outcome('kassa', status, 'cancel')).toBe(cancel);
  });

  it('has no way to move a time or an address, and deletes by cancelling only', () => {
    for (const type of ['reschedule', 'readdress', 'setDelivery', 'delete'] as const) {
      expect(outcome('kassa', 'ACCEPTED', type, '6')).toBe('notSupported');
    }
  });
});
