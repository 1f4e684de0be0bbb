// @vitest-environment jsdom
/** The timeline as a dispatcher on the phone reads it. */
import { act, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { orderKey } from '#src/api/order.ts';
import type { System } from '#src/contracts/feed.ts';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { flatKassaOrder } from '#src/testing/sampleOrders.ts';
import type { Answer } from '#src/testing/serverAnswers.ts';
import { answering } from '#src/testing/serverAnswers.ts';
import { OrderStory } from './OrderStory.tsx';

// A busy machine takes longer than the usual second; nothing waits when it does not.
configure({ asyncUtilTimeout: 5000 });

const APP = 'Application: iRECA Courier';
const JOURNAL = [
  {
    event: 'create',
    source: 'http://site.com',
    courierId: null,
    createdAt: '2026-11-20 20:30:00',
    beforeItem: null,
    afterItem: null,
  },
  {
    event: 'update',
    source: 'API',
    courierId: null,
    createdAt: '2026-11-20 21:10:00',
    beforeItem: { courierId: '', returnReasonId: {}, deliveryTimeTo: '2026-11-21 10:00:00', odd: [1] },
    afterItem: { courierId: 27, returnReasonId: 5276, deliveryTimeTo: '2026-11-21 11:30:00', odd: [2] },
  },
  {
    event: 'update',
    source: APP,
    courierId: '27',
    createdAt: '2026-11-21 09:02:31',
    beforeItem: {
      statusId: 0,
      frReceiptStatusId: 0,
      isAgreed: 0,
      amountToPay: '679.57',
      supplierId: 3,
      clientId: 1,
      paymentId: 4113,
    },
    afterItem: {
      statusId: 1,
      frReceiptStatusId: 1,
      isAgreed: 1,
      amountToPay: 700,
      supplierId: 4,
      clientId: 9,
      paymentId: '4114',
    },
  },
  {
    event: 'update',
    source: APP,
    courierId: '27',
    createdAt: '2026-11-21 09:02:33',
    beforeItem: { deliveryStatusId: 7 },
    afterItem: { deliveryStatusId: 9 },
  },
];
const STATUSES = [
  {
    statusId: 6,
    returnReasonId: null,
    latitude: 0,
    longitude: 0,
    accuracy: 0,
    createdAt: '2026-11-20 20:30:00',
  },
  {
    statusId: 7,
    returnReasonId: {},
    latitude: 59.931,
    longitude: 30.361,
    accuracy: 12,
    createdAt: '2026-11-21 08:00:00',
  },
  {
    statusId: 9,
    returnReasonId: '',
    latitude: '59.94',
    longitude: '30.31',
    accuracy: 8,
    createdAt: '2026-11-21 09:02:35',
  },
];

let answers: Record<string, Answer>;
let client = testQueryClient();

beforeEach(() => {
  localStorage.clear();
  answers = {
    '/api/ireca/journal': { body: JOURNAL },
    '/api/ireca/orders/journalStatuses': { body: STATUSES },
    '/api/ireca/couriers': { body: [{ courierId: 27, title: 'Алексей Быстров', phone: '+79111111111' }] },
    '/api/ireca/licenses': { body: { licenseUse: 0, licenseTotal: 1, licenses: [] } },
    '/api/ireca/orderReturnReasons': {
      body: [{ reasonId: 5276, title: 'Клиент передумал', type: 'standard' }],
    },
    '/api/ireca/paymentTypes': {
      body: [
        { paymentTypeId: 4113, title: 'Наличные', closeTypeId: 1 },
        { paymentTypeId: 4114, title: 'Картой', closeTypeId: 2 },
      ],
    },
    '/api/ireca/dictionary/orderStatuses': {
      body: [
        { statusId: 0, title: 'Не оплачен' },
        { statusId: 1, title: 'Оплачен' },
      ],
    },
    '/api/ireca/dictionary/orderDeliveryStatuses': {
      body: [
        { statusId: 6, title: 'Подготовлен' },
        { statusId: 7, title: 'Заказ взят курьером' },
        { statusId: 9, title: 'Заказ доставлен' },
      ],
    },
    '/api/ireca/suppliers': { body: [{ supplierId: 3, title: 'ООО «Сад»' }] },
    '/api/ireca/clients': { body: [{ clientId: 1, firstname: 'Нина', lastname: 'Рахимова' }] },
  };
  vi.stubGlobal('fetch', answering(answers));
});

function open(system: System, id = '209900') {
  client = testQueryClient();
  render(
    <FormScreen client={client}>
      <MemoryRouter>
        <OrderStory system={system} id={id} />
      </MemoryRouter>
    </FormScreen>,
  );
}

const REFUSED: Answer = {
  status: 502,
  body: { error: { code: 'upstreamRefused', system: 'ireca', message: 'Сервис временно недоступен' } },
};
/** Entries as text, newest first: those with a time of their own. */
const entries = async () => {
  await screen.findAllByRole('time');
  return screen
    .getAllByRole('listitem')
    .filter((item) => within(item).queryByRole('time'))
    .map((item) => (item.textContent ?? '').replace(/\u00a0/g, ' '));
};

const CLOCK = /^\d\d:\d\d:\d\d$/;

describe('OrderStory', () => {
  it('tells both journals as one, in words, by days of the zone', async () => {
    open('ireca');
    expect(screen.getByRole('status', { name: 'Читаем историю заказа' })).toBeDefined();
    await screen.findByText('ООО «Сад»');
    await screen.findByText('Нина Рахимова');
    await screen.findAllByText('Алексей Быстров');
    const [delivered, paid, taken, given, created, ...rest] = await entries();
    expect(rest).toEqual([]);
    expect(delivered).toBe(
      '12:02:33Алексей Быстровприложение курьерана картеСтатус доставки: Заказ взят курьером → стало Заказ доставлен',
    );
    expect(paid).toBe(
      '12:02:31Алексей Быстровприложение курьера' +
        'Оплата: Не оплачен → стало Оплачен' +
        'Тип платежа: Наличные → стало Картой' +
        'К оплате без скидки: 679,57 → стало 700,00' +
        'Чек в регистраторе: не распечатан → стало распечатан' +
        'Клиент: Нина Рахимова → стало клиент 9' +
        'Поставщик: ООО «Сад» → стало № 4' +
        'Согласован: нет → стало да',
    );
    expect(taken).toBe('11:00:00на картеСтатус доставки: Заказ взят курьером');
    expect(given).toBe(
      '00:10:00API' +
        'Причина отмены: нет → стало Клиент передумал' +
        'Курьер: нет → стало Алексей Быстров' +
        'Доставить до: 21 нояб., 13:00 → стало 21 нояб., 14:30' +
        'odd: [1] → стало [2]',
    );
    expect(created).toBe('23:30:00http://site.comЗаказ созданСтатус доставки: Подготовлен');
    // 21:10 GMT is already the next day in Moscow.
    expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(2);
    expect(screen.getByText('время: МСК')).toBeDefined();
    expect(screen.queryByText(/Не прочитано/)).toBeNull();
  });

  it('shows the place of a status when asked, with how exact it is', async () => {
    open('ireca');
    const buttons = await screen.findAllByRole('button', { name: /показать на карте/ });
    expect(buttons).toHaveLength(2);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Где это было, 12:02:33: показать на карте' }),
    );
    expect(screen.getByText('59.94000, 30.31000 · точность ±8 м')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Где это было, 12:02:33: убрать карту' }));
    expect(screen.queryByText(/точность/)).toBeNull();
  });

  it('shows the other journal when one fails, says so, and reads it again', async () => {
    answers['/api/ireca/journal'] = REFUSED;
    open('ireca');
    expect(await screen.findByText(/Журнал изменений не прочитан. Ниже только статусы/)).toBeDefined();
    expect(await entries()).toHaveLength(3);
    expect(screen.getByRole('alert').textContent).toContain('Сервис временно недоступен');
    answers['/api/ireca/journal'] = { body: JOURNAL };
    await userEvent.click(screen.getByRole('button', { name: 'Повторить' }));
    expect(await screen.findByText('Заказ создан')).toBeDefined();
    expect(await entries()).toHaveLength(5);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says of each journal that it failed, and does not call that an empty story', async () => {
    answers['/api/ireca/journal'] = REFUSED;
    answers['/api/ireca/orders/journalStatuses'] = REFUSED;
    open('ireca');
    expect(await screen.findByText('Журнал изменений не прочитан.')).toBeDefined();
    expect(screen.getByText('Журнал статусов не прочитан.')).toBeDefined();
    expect(screen.queryByText(/Записей нет/)).toBeNull();
  });

  it('counts what could not be read, and says when there is nothing', async () => {
    answers['/api/ireca/journal'] = { body: [{ event: 'update', createdAt: 'вчера' }] };
    open('ireca');
    expect(await screen.findByText('Не прочитано записей: 1')).toBeDefined();
    expect(await entries()).toHaveLength(3);
    answers['/api/ireca/journal'] = { body: [] };
    answers['/api/ireca/orders/journalStatuses'] = { body: [] };
    await act(() => client.invalidateQueries({ queryKey: orderKey('ireca', '209900') }));
    expect(await screen.findByText(/Записей нет/)).toBeDefined();
  });

  it('follows a renewed order and keeps the same entries in place', async () => {
    open('ireca');
    await entries();
    const before = (await screen.findByText('Заказ создан')).closest('li');
    answers['/api/ireca/journal'] = {
      body: [
        ...JOURNAL,
        {
          ...JOURNAL[3],
          createdAt: '2026-11-21 09:10:00',
          beforeItem: { description: '' },
          afterItem: { description: 'Код 12' },
        },
      ],
    };
    await act(() => client.invalidateQueries({ queryKey: orderKey('ireca', '209900') }));
    expect(await screen.findByText('Код 12')).toBeDefined();
    expect((await entries())[0]).toContain('12:10:00');
    expect(screen.getByText('Заказ создан').closest('li')).toBe(before);
  });

  it('folds a long story away and shows more on demand', async () => {
    answers['/api/ireca/journal'] = {
      body: Array.from({ length: 70 }, (_, n) => ({
        event: 'update',
        source: 'API',
        courierId: null,
        createdAt: `2026-11-21 08:${String(n % 60).padStart(2, '0')}:${n < 60 ? '00' : '30'}`,
        afterItem: { description: `№ ${n}` },
      })),
    };
    answers['/api/ireca/orders/journalStatuses'] = { body: [] };
    open('ireca');
    expect(await screen.findAllByText(CLOCK)).toHaveLength(30);
    expect(screen.getByText('Ранних записей: 40')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Показать ещё 30' }));
    expect(await screen.findAllByText(CLOCK)).toHaveLength(60);
    await userEvent.click(screen.getByRole('button', { name: 'Показать ещё 10' }));
    expect(await screen.findAllByText(CLOCK)).toHaveLength(70);
    expect(screen.queryByRole('button', { name: /Показать ещё/ })).toBeNull();
  });

  it('tells a Kassa order by names where a phone is known', async () => {
    const created = Date.UTC(2026, 10, 21, 8);
    answers['/api/kassa/protected/online_orders/313626'] = {
      body: flatKassaOrder(
        { created },
        {
          responsiblePerson: { firstName: 'Иван', lastName: 'Иванов', phoneNumber: '79916871260' },
          onlineOrderStatuses: [
            { statusType: 'NEW', statusDate: created, userLogin: '79916871260' },
            { statusType: 'ACCEPTED', statusDate: created + 60_000, userLogin: '79220000000' },
            {
              statusType: 'REFUSED',
              statusDate: created + 120_000,
              userLogin: '79111111111',
              statusInfo: 'Не открыл',
            },
            { statusType: 'NEW', statusDate: null },
          ],
        },
      ),
    };
    open('kassa', '313626');
    await screen.findByText('Алексей Быстров');
    expect(await entries()).toEqual([
      '11:02:00Алексей БыстровСтатус: Подтверждён → стало ОтказНе открыл',
      '11:01:00+7 922 000-00-00Статус: Новый → стало Подтверждён',
      '11:00:00Иван ИвановЗаказ созданСтатус: Новый',
    ]);
    expect(screen.getByText('Не прочитано записей: 1')).toBeDefined();
  });

  it('says that Kassa does not know the order', async () => {
    answers['/api/kassa/protected/online_orders/5'] = {
      status: 404,
      body: { error: { code: 'upstreamRefused', system: 'kassa', message: 'нет' } },
    };
    open('kassa', '5');
    expect(await screen.findByText('Касса не знает этого заказа.')).toBeDefined();
  });
});
