import { describe, expect, it } from 'vitest';
import { permissionSchema, rightListSchema } from '#src/contracts/ireca/rights.ts';
import { recordList } from '#src/contracts/records.ts';

const right = {
  roleId: 908,
  actionId: 'registratorShiftOpen',
  roleTitle: 'Курьер',
  isAllowed: '1',
  description: 'Открывает смену для ФР',
  updatedAt: '2021-05-04 15:39:36',
};

describe('what a role may do', () => {
  it('is read with the flag in each of its forms', () => {
    const allowed = (isAllowed: unknown) =>
      rightListSchema.parse([{ ...right, isAllowed }]).records[0]?.isAllowed;
    expect(['1', 1, true].map(allowed)).toEqual([true, true, true]);
    expect(['0', 0, false].map(allowed)).toEqual([false, false, false]);
  });

  it('is not taken for a no where iRECA does not say', () => {
    for (const isAllowed of [null, '', {}, 'perhaps', undefined]) {
      expect(rightListSchema.parse([{ ...right, isAllowed }]).records[0]).toMatchObject({ isAllowed: null });
    }
  });

  it('names its action by either name', () => {
    const { actionId, ...rest } = right;
    expect(rightListSchema.parse([{ ...rest, permissionId: actionId }]).records).toEqual(
      rightListSchema.parse([right]).records,
    );
    expect(rightListSchema.parse([right]).records).toEqual([
      { roleId: '908', actionId, isAllowed: true, updatedAt: Date.UTC(2021, 4, 4, 15, 39, 36) },
    ]);
  });

  it('is set aside without an action, and leaves the others', () => {
    const { records, setAside } = rightListSchema.parse([{ roleId: 908, isAllowed: 1 }, right, null]);
    expect(records).toHaveLength(1);
    expect(setAside).toHaveLength(2);
  });

  it('may be nothing at all: a role or an action that iRECA does not know', () => {
    expect(rightListSchema.parse([])).toEqual({ records: [], setAside: [] });
    expect(rightListSchema.safeParse({ error: true }).success).toBe(false);
  });
});

it('actions of the dictionary are read by either name', () => {
  const { records, setAside } = recordList(permissionSchema).parse([
    { description: 'Отмена заказа', permissionId: 'orderCancel' },
    { description: null, actionId: 'cashIn' },
    { description: 'Без имени' },
  ]);
  expect(records).toEqual([
    { description: 'Отмена заказа', permissionId: 'orderCancel' },
    { description: '', permissionId: 'cashIn' },
  ]);
  expect(setAside).toMatchObject([{ path: 'permissionId' }]);
});
