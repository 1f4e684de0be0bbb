/** The six read-only dictionaries (iRECA API text, «Справочники»). */

/** Actions that a role may be allowed, with their titles. */
export const PERMISSIONS: readonly { description: string; permissionId: string }[] = [
  { description: 'Открывает смену для ФР', permissionId: 'registratorShiftOpen' },
  { description: 'Закрывает смену ФР', permissionId: 'registratorShiftClose' },
  { description: 'Печать чека коррекции', permissionId: 'printCorrectionReceipt' },
  { description: 'Изменение настроек приложения', permissionId: 'changeSettings' },
  { description: 'Отмена заказа', permissionId: 'orderCancel' },
  { description: 'Редактирование места расчетов', permissionId: 'updateAddressTo' },
  { description: 'Внесение наличных', permissionId: 'cashIn' },
  { description: 'Изъятие наличных', permissionId: 'cashOut' },
  { description: 'Отчет по заказу', permissionId: 'orderReport' },
  { description: 'Редактирование позиций доставленного заказа', permissionId: 'deliveredOrderItemUpdate' },
];

export const DICTIONARIES: Readonly<Record<string, readonly unknown[]>> = {
  orderStatuses: [
    { statusId: 0, title: 'Не оплачен' },
    { statusId: 1, title: 'Оплачен' },
  ],
  orderDeliveryStatuses: [
    { statusId: 6, title: 'Подготовлен' },
    { statusId: 7, title: 'Заказ взят курьером' },
    { statusId: 9, title: 'Заказ доставлен' },
    { statusId: 10, title: 'Заказ закрыт' },
    { statusId: 11, title: 'Заказ отменен' },
  ],
  closeTypes: [
    { closeTypeId: 1, title: 'Наличные' },
    { closeTypeId: 2, title: 'Банковская карта' },
  ],
  taxTypes: ['20%', '10%', '20%/120%', '10%/110%', '0%'].map((title) => ({ title })),
  goodCalcTypes: [
    { calcId: 0, title: 'Не используется' },
    { calcId: 1, title: 'Товар, кроме подакцизного' },
    { calcId: 4, title: 'Услуга' },
  ],
  permissions: PERMISSIONS,
};
