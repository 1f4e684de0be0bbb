import { describe, expect, it } from 'vitest';
import { apiErrorSchema } from '#src/contracts/apiError.ts';
import { actionSchema, commandSchema, MAX_TARGETS } from '#src/contracts/command.ts';
import { credentialsSchema, roleAllows } from '#src/contracts/session.ts';

const target = { system: 'ireca', id: '209900', seen: { status: '6', courierId: null } };
const command = {
  id: '0b1f6c1e-6a0e-4a0e-9d1f-0d9d5f6b7c11',
  action: { type: 'assign', courierId: '55752' },
  targets: [target],
};

describe('commandSchema', () => {
  it('takes a command as the screen makes it', () => {
    expect(commandSchema.parse(command)).toEqual(command);
    const restore = { ...command, action: { type: 'restore' }, targets: [{ ...target, to: target.seen }] };
    expect(commandSchema.parse(restore)).toEqual(restore);
    const moved = {
      ...target,
      window: { from: 1, to: 2 },
      shownWindow: { from: null, to: 1 },
      shownAddress: 'Невский 10',
    };
    const reschedule = { ...command, action: { type: 'reschedule' }, targets: [moved] };
    expect(commandSchema.parse(reschedule)).toEqual(reschedule);
  });

  it.each([
    { id: 'not-a-uuid' },
    { targets: [] },
    { targets: Array.from({ length: MAX_TARGETS + 1 }, () => target) },
    { targets: [{ ...target, system: 'other' }] },
    { targets: [{ ...target, id: '' }] },
    { targets: [{ ...target, seen: { status: '6' } }] },
    { targets: [{ ...target, window: { from: 1.5, to: 2 } }] },
    { targets: [{ ...target, window: { from: null, to: 2 } }] },
    { action: { type: 'explode' } },
    { action: { type: 'assign', courierId: '' } },
  ])('refuses %j', (changes) =>
    expect(commandSchema.safeParse({ ...command, ...changes }).success).toBe(false),
  );
});

it('an action holds what its deed needs, within limits', () => {
  const ok = (action: object) => actionSchema.safeParse(action).success;
  expect(actionSchema.parse({ type: 'readdress', addressTo: '  Невский 10 ' })).toEqual({
    type: 'readdress',
    addressTo: 'Невский 10',
  });
  expect(ok({ type: 'readdress', addressTo: '   ' })).toBe(false);
  expect(ok({ type: 'readdress', addressTo: 'я'.repeat(501) })).toBe(false);
  expect(ok({ type: 'cancel', reasonId: null, comment: null })).toBe(true);
  expect(ok({ type: 'cancel', reasonId: '1', comment: 'я'.repeat(1001) })).toBe(false);
  expect(ok({ type: 'cancel', comment: null })).toBe(false);
  expect(ok({ type: 'delete' })).toBe(true);
});

it('an error of the proxy may leave out what it does not know', () => {
  expect(apiErrorSchema.parse({ error: { code: 'throttled', retryAfter: 30 } })).toEqual({
    error: { code: 'throttled', message: null, system: null, retryAfter: 30 },
  });
  expect(apiErrorSchema.safeParse({ error: { code: 'oops' } }).success).toBe(false);
});

it('a login is trimmed, a password is not', () => {
  expect(credentialsSchema.parse({ login: ' anna ', password: ' secret ' })).toEqual({
    login: 'anna',
    password: ' secret ',
  });
  expect(credentialsSchema.safeParse({ login: '  ', password: 'x' }).success).toBe(false);
  expect(credentialsSchema.safeParse({ login: 'anna', password: '' }).success).toBe(false);
});

it('a role may do what lower ones may', () => {
  expect(roleAllows('admin', 'dispatcher')).toBe(true);
  expect(roleAllows('dispatcher', 'dispatcher')).toBe(true);
  expect(roleAllows('viewer', 'dispatcher')).toBe(false);
});
