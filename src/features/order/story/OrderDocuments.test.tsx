// @vitest-environment jsdom
/** Receipts and errors of an order: rows, none, or not read, and never one for the other. */
import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import type { Answer } from '#src/testing/serverAnswers.ts';
import { answering } from '#src/testing/serverAnswers.ts';
import { OrderDocuments } from './OrderDocuments.tsx';

// A busy machine takes longer than the usual second; nothing waits when it does not.
configure({ asyncUtilTimeout: 5000 });

const RECEIPT = {
  orderId: 209897,
  serialNumber: '00107200012345',
  shiftNumber: '214',
  fn: '9960440300341177',
  fdNumber: '019897',
  receiptNumber: '97',
  fiscalSign: '2868510013',
  dateTimeReceipt: '2026-11-21 09:02:31',
};
const MISSING: Answer = {
  status: 404,
  body: { error: { code: 'upstreamRefused', system: 'ireca', message: 'Модель не существует' } },
};
const DOWN: Answer = { status: 502, body: { error: { code: 'upstreamUnreachable', system: 'ireca' } } };

let answers: Record<string, Answer>;

beforeEach(() => {
  localStorage.clear();
  answers = {
    '/api/ireca/orderReceipts': MISSING,
    '/api/ireca/orderReturnReceipts': MISSING,
    '/api/ireca/couriers': { body: [{ courierId: 27, title: 'Алексей Быстров', phone: '' }] },
    '/api/ireca/licenses': { body: { licenseUse: 0, licenseTotal: 1, licenses: [] } },
  };
  vi.stubGlobal('fetch', answering(answers));
});

function open() {
  render(
    <FormScreen client={testQueryClient()}>
      <MemoryRouter>
        <OrderDocuments orderId="209897" />
      </MemoryRouter>
    </FormScreen>,
  );
}

const section = (name: string) => screen.findByRole('region', { name });
const facts = (part: HTMLElement) =>
  within(part)
    .getAllByRole('term')
    .map((term) => `${term.textContent}: ${(term.nextSibling?.textContent ?? '').replace(/\u00a0/g, ' ')}`);

describe('OrderDocuments', () => {
  it('shows every field of a receipt, and copies it one by one and whole', async () => {
    answers['/api/ireca/orderReceipts'] = { body: RECEIPT };
    const user = userEvent.setup();
    open();
    const receipts = await section('Чеки оплаты: 1');
    expect(facts(receipts)).toEqual([
      'Касса №: 00107200012345',
      'Смена: 214',
      'Чек №: 97',
      'ФН: 9960440300341177',
      'ФД: 019897',
      'ФП: 2868510013',
      'Время: 21 нояб. 2026, 12:02:31 МСК',
    ]);
    await user.click(within(receipts).getByRole('button', { name: 'Скопировать ФД' }));
    expect(await navigator.clipboard.readText()).toBe('019897');
    await user.click(within(receipts).getByRole('button', { name: 'Скопировать всё' }));
    expect(await navigator.clipboard.readText()).toBe(
      'Касса №: 00107200012345\nСмена: 214\nЧек №: 97\nФН: 9960440300341177\nФД: 019897\nФП: 2868510013\nВремя: 21 нояб. 2026, 12:02:31 МСК',
    );
    expect(await within(receipts).findAllByText('Скопировано: Чек № 97')).not.toHaveLength(0);
  });

  it('says that there is none where iRECA knows none, in each of its ways', async () => {
    answers['/api/ireca/orderReturnReceipts'] = { body: {} };
    open();
    expect((await section('Чеки оплаты: 0')).textContent).toContain('не прислала ни одного');
    expect((await section('Чеки возврата: 0')).textContent).toContain('Чеков возврата нет');
    expect((await section('Ошибки банковского терминала: 0')).textContent).toContain('нет');
    expect((await section('Ошибки фискального регистратора: 0')).textContent).toContain('нет');
  });

  it('never shows a list that was not read as an empty one', async () => {
    answers['/api/ireca/orderReceipts'] = DOWN;
    open();
    const failed = await section('Чеки оплаты: не прочитано');
    expect(within(failed).getByRole('alert')).toBeDefined();
    expect(failed.textContent).not.toContain('не напечатан');
    expect(await section('Чеки возврата: 0')).toBeDefined();
    answers['/api/ireca/orderReceipts'] = { body: [RECEIPT, 'odd'] };
    await userEvent.click(within(failed).getByRole('button', { name: 'Повторить' }));
    expect((await section('Чеки оплаты: 1')).textContent).toContain('Не прочитана 1 запись');
  });

  it('shows errors of the terminal and of the recorder with all that is known', async () => {
    answers['/api/ireca/bankTerminalLogs'] = {
      body: [
        {
          terminalLogId: 61000,
          courierId: '27',
          errorCode: '51',
          errorText: 'Недостаточно средств',
          cardNumber: '************4401',
          paymentSystem: 'MIR',
          serialNumber: 'PAX27',
          amount: '679.57',
          orderId: '209897',
          transactionCreatedAt: '2026-11-21 09:01:01',
        },
      ],
    };
    answers['/api/ireca/fiscalRegistratorLogs'] = {
      body: [
        { frId: 8100, courierId: '5', errorCode: '', errorText: '', amount: 'много', commandExecutedAt: '' },
        {
          frId: 8101,
          courierId: null,
          errorCode: '3822',
          errorText: 'Смена превысила 24 часа',
          serialNumber: '0010',
        },
      ],
    };
    open();
    const terminal = await section('Ошибки банковского терминала: 1');
    await within(terminal).findByText('Алексей Быстров');
    expect(terminal.textContent).toContain('Код 51Недостаточно средств');
    expect(facts(terminal)).toEqual([
      'Сумма: 679,57',
      'Карта: ************4401',
      'Платёжная система: MIR',
      'Терминал №: PAX27',
      'Курьер: Алексей Быстров',
      'Время: 21 нояб. 2026, 12:01:01 МСК',
    ]);
    const recorder = await section('Ошибки фискального регистратора: 2');
    expect(recorder.textContent).toContain('Ошибка без кодабез описания');
    expect(facts(recorder)).toEqual(['Курьер: курьер 5', 'Регистратор №: 0010']);
  });
});
