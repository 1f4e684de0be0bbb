/** Fields of an order and what stands in them, in words: for telling apart mine and theirs, asked and kept. */
import {
  useReturnReasons,
  useDeliveryStatuses,
  usePaymentTypes,
  useWarehouses,
} from '#src/api/references.ts';
import { useSuppliers, useTaxes } from '#src/api/catalogue.ts';
import { useCourierDirectory } from '#src/api/couriers.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useAppConfig } from '#src/api/appConfig.ts';
import type { WriteAddress } from '#src/contracts/ireca/orderWrite.ts';
import type { GoodLine } from '#src/domain/goodLine.ts';
import type { OrderFormValues } from '#src/domain/orderForm.ts';
import { isBlankAddress } from '#src/domain/orderForm.ts';
import { formTotals, formWindow } from '#src/domain/orderFormWrite.ts';
import type { KeptPart } from '#src/domain/orderKept.ts';
import type { MergeField } from '#src/domain/orderMerge.ts';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';

export type FieldWords = {
  /** «Куда везти», «Товар «Кофе»»; `among` are the forms that may hold the line. */
  name: (field: MergeField | KeptPart, among: readonly OrderFormValues[]) => string;
  value: (field: MergeField | KeptPart, values: OrderFormValues) => string;
};

const joined = (parts: readonly (string | null | undefined | false)[], by = ', ') =>
  parts.filter((part): part is string => typeof part === 'string' && part.trim() !== '').join(by);

const pointWords = ({ latitude, longitude }: WriteAddress) =>
  latitude !== null && longitude !== null && `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

export function useFieldWords(): FieldWords {
  const t = useWords(editorWords);
  const format = useFormat();
  const { timeZone } = useAppConfig();
  const { directory } = useCourierDirectory();
  const payments = usePaymentTypes().data?.records ?? [];
  const statuses = useDeliveryStatuses().data?.records ?? [];
  const reasons = useReturnReasons().data?.records ?? [];
  const suppliers = useSuppliers().data?.records ?? [];
  const warehouses = useWarehouses().data?.records ?? [];
  const taxes = useTaxes().data?.records ?? [];

  const titled = (id: string | null, title: string | undefined, none: string) =>
    id === null || id === '' ? none : (title ?? t.unknownId(id));
  const money = (sum: number | null) => (sum === null ? t.none.value : format.money(sum));

  const window = (values: OrderFormValues) => {
    const read = formWindow(values, timeZone);
    if (!read.ok)
      return joined([values.window.day, values.window.from, values.window.to], ' ') || t.none.value;
    const { from, to } = read.window;
    const end = format.dayKey(from) === format.dayKey(to) ? format.time(to) : format.dateTime(to);
    return `${format.dateTime(from)} – ${end}`;
  };
  const address = (values: OrderFormValues, field: 'addressFrom' | 'addressTo') => {
    const { [field]: typed, asRead } = values;
    if (isBlankAddress(typed)) return asRead?.[field] || t.none.value;
    const { postindex, city, street, home, apartment } = typed;
    return joined([joined([postindex, city, street, home, apartment]), pointWords(typed)], ' · ');
  };
  const line = (good: GoodLine | undefined) => {
    if (!good) return t.none.line;
    const warehouse = warehouses.find((one) => one.warehouseId === good.warehouseId)?.title;
    const tax = taxes.find((one) => one.taxId === good.taxId)?.title;
    return joined(
      [
        `${good.count ?? 0} ${good.unit} × ${money(good.price)}`.replace('  ', ' '),
        good.discountTotal !== 0 &&
          `${good.discountTotal < 0 ? '−' : '+'}${money(Math.abs(good.discountTotal))}`,
        tax,
        warehouse ?? good.warehouseId,
        ...good.specificities.map((one) => `${one.title} × ${one.count}`),
        good.weight !== null && String(good.weight),
        good.description,
        joined([good.vedCode, good.countryCode, good.customDeclarationCode, good.markValue], ' '),
      ],
      ' · ',
    );
  };
  const lineOf = (field: string, values: OrderFormValues) =>
    values.goods.find(({ key }) => `goods.${key}` === field);

  const value: FieldWords['value'] = (field, values) => {
    switch (field) {
      case 'statusId':
        return values.statusId === '1' ? t.paid : t.unpaid;
      case 'deliveryStatusId': {
        const id = values.deliveryStatusId;
        const title = statuses.find((one) => one.statusId === id)?.title;
        return titled(id, title ?? (id === '1' ? t.made : undefined), t.none.value);
      }
      case 'isAgreed':
        return values.isAgreed ? t.yes : t.no;
      case 'returnReasonId': {
        const id = values.returnReasonId;
        return titled(id, reasons.find((one) => one.reasonId === id)?.title, t.none.value);
      }
      case 'courierId':
        return titled(values.courierId, directory?.byId.get(values.courierId ?? '')?.title, t.none.courier);
      case 'client': {
        const { id, firstname, lastname, email } = values.client;
        const name = joined([firstname, lastname], ' ');
        return joined([name || (id !== null && t.unknownId(id)), email]) || t.none.value;
      }
      case 'supplierId': {
        const id = values.supplierId;
        return titled(id, suppliers.find((one) => one.supplierId === id)?.title, t.none.supplier);
      }
      case 'paymentId': {
        const id = values.paymentId;
        return titled(id, payments.find((one) => one.paymentTypeId === id)?.title, t.none.value);
      }
      case 'amountToPay':
        return money(formTotals(values).amountToPay);
      case 'prePaymentSum':
      case 'cash':
        return money(values[field]);
      case 'addressFrom':
      case 'addressTo':
        return address(values, field);
      case 'window':
        return window(values);
      case 'phone':
        return format.phone(values.phone) || t.none.value;
      case 'codeAlias':
      case 'description':
        return values[field] || t.none.value;
      case 'goods':
        return values.goods.map((good) => `${good.title}: ${line(good)}`).join('; ') || t.none.value;
      default:
        return line(lineOf(field, values));
    }
  };

  const name: FieldWords['name'] = (field, among) => {
    if (!field.startsWith('goods.')) return t.fields[field as KeptPart];
    const good = among.map((values) => lineOf(field, values)).find((one) => one !== undefined);
    return t.fields.line(good?.title || good?.description || t.unknownId(good?.goodId ?? ''));
  };
  return { name, value };
}
