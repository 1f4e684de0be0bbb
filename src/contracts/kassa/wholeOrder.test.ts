import { expect, it } from 'vitest';
import { wholeOrderSchema } from '#src/contracts/kassa/wholeOrder.ts';

const order = {
  id: 313626,
  externalId: 'BFt-002',
  organizationId: '1579776541385873338810',
  taxSystem: 'COMMON',
  deliveryType: 'COURIER',
  currentStatusType: 'ACCEPTED',
  totalAmount: 14500.0,
  deliveryAmount: null,
  discount: 0.0,
  routeSheetDocumentId: 17,
  routeSheetDocumentNumber: 'МЛ-3',
  endLockTime: 1644828159791,
  location: null,
  visible: true,
};
const parts = {
  onlineOrderItems: [
    {
      id: 1822619,
      onlineOrderId: 313626,
      description: 'Букет белых роз',
      price: 3000,
      vatValue: 20,
      quantity: 1,
      calculationMethod: null,
      paymentSubject: 'PRODUCT',
      contractorInn: '7743012365',
      unitCode: 796,
      editable: false,
    },
  ],
  onlineOrderStatuses: [
    { id: 1, statusType: 'ACCEPTED', substatusId: 3, statusDate: 1644828159791, userLogin: '79916871260' },
  ],
  onlineOrderReceipts: [{ number: 5 }],
  client: { lastName: 'Тестов', phone: '79999999999', loyalty: '111111', organizationInn: '7743012365' },
  responsiblePerson: { lastName: 'Иванов', userRole: 'Администратор', rolePerms: '4641661977478446448639' },
};

const known = {
  id: '313626',
  organizationId: '1579776541385873338810',
  totalAmount: 1450000,
  deliveryAmount: null,
  discount: 0,
  routeSheetDocumentId: '17',
  endLockTime: 1644828159791,
  location: '',
  visible: true,
  onlineOrderItems: [
    { price: 300000, unitCode: '796', contractorInn: '7743012365', calculationMethod: '', editable: false },
  ],
  onlineOrderStatuses: [{ statusType: 'ACCEPTED', substatusId: '3', userLogin: '79916871260' }],
  onlineOrderReceipts: [{ number: 5 }],
  client: { loyalty: '111111', organizationInn: '7743012365' },
  responsiblePerson: { userRole: 'Администратор' },
};

it('reads the flat form and the wrapper alike, with everything that the text shows', () => {
  expect(wholeOrderSchema.parse({ ...order, ...parts })).toMatchObject(known);
  expect(wholeOrderSchema.parse({ onlineOrder: order, ...parts })).toMatchObject(known);
});

it('is not broken by what is missing, and refuses what is no order', () => {
  expect(wholeOrderSchema.parse({ id: 5 })).toMatchObject({ id: '5', onlineOrderReceipts: [], client: null });
  expect(wholeOrderSchema.safeParse({ onlineOrder: {} }).success).toBe(false);
});
