/** Writes an online order the way Kassa does: flat, with its items, statuses and people beside the order's fields. */
import { ROLE_PERMS, type Employee, type KassaOrder } from '../world/kassaOrder.ts';
import type { KassaOrders } from '../world/kassaOrders.ts';

const writePerson = (person: Employee | undefined, organizationId: string) =>
  person
    ? {
        lastName: person.lastName,
        firstName: person.firstName,
        patronymic: person.patronymic,
        phoneNumber: person.login,
        organizationId,
        position: person.position,
        userRole: person.userRole,
        rolePerms: ROLE_PERMS,
      }
    : null;

/** The JSON text of one order, `rolePerms` as a bare number. Kept until the order changes. */
export function writeKassaOrder(kassa: KassaOrders, order: KassaOrder): string {
  if (order.written !== null) return order.written;
  const { fields } = order;
  const person = kassa.employees.get(fields.responsiblePersonLogin ?? '');
  const flat = {
    id: order.id,
    ...fields,
    onlineOrderItems: order.items,
    onlineOrderStatuses: order.statuses,
    onlineOrderPayments: [],
    properties: order.properties,
    onlineOrderReceipts: [],
    onlineOrderReceiptsItems: [],
    onlineOrderReceiptsHistories: [],
    responsiblePerson: writePerson(person, fields.organizationId),
    client: order.client,
    cashierInfos: null,
  };
  order.written = JSON.stringify(flat).replace(/"rolePerms":"(\d+)"/g, '"rolePerms":$1');
  return order.written;
}
