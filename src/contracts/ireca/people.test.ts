import { describe, expect, it } from 'vitest';
import { courierListSchema, courierSchema, licencesSchema } from '#src/contracts/ireca/people.ts';

const courier = {
  courierId: '55753',
  title: 'Алексей Вестов',
  email: 'vestov@email.com',
  phone: '+9999999999',
  roleId: '908',
  sourcePassword: '2321',
  inn: '',
  updatedAt: '2016-11-11 14:51:46',
};

describe('couriers', () => {
  it('lose their password on the way in', () => {
    const read = courierSchema.parse(courier);
    expect(JSON.stringify(read)).not.toContain('2321');
    expect(Object.keys(read)).not.toContain('sourcePassword');
    expect(read).toMatchObject({
      courierId: '55753',
      roleId: '908',
      updatedAt: Date.UTC(2016, 10, 11, 14, 51, 46),
    });
  });

  it('are read one by one, and each once', () => {
    const { records, setAside } = courierListSchema.parse([
      courier,
      { ...courier, courierId: 55753 },
      { ...courier, courierId: {} },
      { ...courier, courierId: 1, roleId: null, title: null },
    ]);
    expect(records).toMatchObject([{ courierId: '55753' }, { courierId: '1', roleId: null, title: '' }]);
    expect(setAside).toMatchObject([{ path: 'courierId' }]);
  });
});

describe('licences', () => {
  const licence = {
    courierId: 1,
    deviceId: '3ebf391b3c596bc8',
    deviceTitle: 'asus ME301T',
    sessionStartAt: '2017-05-14 13:21:13',
  };

  it('say who has the app open, with ids that come as numbers here', () => {
    expect(
      licencesSchema.parse({ licenseUse: 2, licenseTotal: '50', licenses: [licence, {}] }),
    ).toMatchObject({
      licenseUse: 2,
      licenseTotal: 50,
      licenses: [{ courierId: '1', sessionStartAt: Date.UTC(2017, 4, 14, 13, 21, 13) }],
      setAside: [{ path: 'courierId' }],
    });
  });

  it('may be nothing at all', () => {
    expect(licencesSchema.parse({ licenseUse: 0, licenses: {} })).toEqual({
      licenseUse: 0,
      licenseTotal: null,
      licenses: [],
      setAside: [],
    });
  });

  it('are refused when they are no licences', () => {
    expect(licencesSchema.safeParse({ licenses: 'odd' }).success).toBe(false);
    expect(licencesSchema.safeParse([]).success).toBe(false);
  });
});
