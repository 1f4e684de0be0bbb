import { describe, expect, it } from 'vitest';
import {
  receiptListSchema,
  recorderErrorListSchema,
  terminalErrorListSchema,
} from '#src/contracts/ireca/fiscal.ts';

const receipt = {
  orderId: 209897,
  serialNumber: '00106900012345',
  shiftNumber: '12',
  fn: '9960440300000001',
  fdNumber: '00042',
  receiptNumber: 7,
  fiscalSign: '0123456789',
  dateTimeReceipt: '2021-04-20 13:31:30',
};

describe('receipts', () => {
  it('come as one object, keep their leading zeros, and may come as a list', () => {
    const known = { fdNumber: '00042', fiscalSign: '0123456789', receiptNumber: '7', orderId: '209897' };
    expect(receiptListSchema.parse(receipt).records).toMatchObject([known]);
    expect(receiptListSchema.parse([receipt, { ...receipt, fdNumber: '43' }]).records).toMatchObject([
      known,
      { fdNumber: '43' },
    ]);
  });

  it.each([null, '', []])('%j is no receipt', (body) =>
    expect(receiptListSchema.parse(body)).toEqual({ records: [], setAside: [] }),
  );

  it('an odd time does not cost us the receipt', () => {
    expect(receiptListSchema.parse({ ...receipt, dateTimeReceipt: {} }).records).toMatchObject([
      { dateTimeReceipt: null },
    ]);
  });
});

describe('errors of the cash desk', () => {
  const error = {
    courierId: '55752',
    errorCode: 4119,
    errorText: 'Нет связи с банком',
    serialNumber: 'T-1',
    amount: '679.57',
    orderId: 209897,
  };

  it('of the terminal are read with their sum in kopecks; one without an id is set aside', () => {
    const { records, setAside } = terminalErrorListSchema.parse([
      { ...error, terminalLogId: 5, cardNumber: '****3333', transactionCreatedAt: '2021-04-20 13:31:30' },
      error,
    ]);
    expect(records).toMatchObject([
      { terminalLogId: '5', errorCode: '4119', amount: 67957, cardNumber: '****3333', paymentSystem: '' },
    ]);
    expect(setAside).toMatchObject([{ path: 'terminalLogId' }]);
  });

  it('of the recorder are read each once', () => {
    const row = { ...error, frId: '9', commandExecutedAt: '2021-04-20 13:31:30' };
    expect(recorderErrorListSchema.parse([row, { ...row, frId: 9 }]).records).toMatchObject([
      { frId: '9', commandExecutedAt: Date.UTC(2021, 3, 20, 13, 31, 30) },
    ]);
  });
});
