import { expect, it } from 'vitest';
import { roleSchema } from '#src/contracts/ireca/roles.ts';
import { recordList } from '#src/contracts/records.ts';

it('roles: ids in either form, deleted ones told apart, one without a number set aside', () => {
  const { records, setAside } = recordList(roleSchema, (row) => row.roleId).parse([
    { roleId: 908, title: 'Курьер', isActive: 1 },
    { roleId: '909', title: 'Кассир', isActive: '0' },
    // A PUT is documented without the flag.
    { roleId: 910, title: 'Менеджер' },
    { roleId: '908', title: 'Курьер ещё раз' },
    { title: 'Без номера', isActive: 1 },
  ]);
  expect(records).toEqual([
    { roleId: '908', title: 'Курьер', isActive: true },
    { roleId: '909', title: 'Кассир', isActive: false },
    { roleId: '910', title: 'Менеджер', isActive: true },
  ]);
  expect(setAside).toMatchObject([{ path: 'roleId' }]);
});
