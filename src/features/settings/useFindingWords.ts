/** A finding in words, and where it can be put right. */
import { useMemo } from 'react';
import { useFormat } from '#src/components/format/useFormat.ts';
import { isOwnSection, listAddress } from '#src/components/records/listGroups.ts';
import type { Finding, QualitySubject } from '#src/domain/dataQuality.ts';
import { courierAddress, orderAddress, paths, recordAddress, warehouseAddress } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { qualityWords } from '#src/locales/qualityWords.ts';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';

/** The card or the form of what a finding is about; of a record without an id, its list. */
export function addressOf(subject: QualitySubject): string {
  const { what, id } = subject;
  if (what === 'order') return orderAddress(subject.system, id);
  if (what === 'courier') return id === '' ? paths.couriers : courierAddress(id);
  const { list } = subject;
  if (id === '') return listAddress(list);
  if (list === 'couriers') return courierAddress(id);
  if (list === 'warehouses') return warehouseAddress(id);
  return isOwnSection(list) ? listAddress(list) : recordAddress(list, id);
}

/** What engineers call it: `ireca:209900`, `goods:17`; '' = it has no id. */
export function keyOf(subject: QualitySubject): string {
  if (subject.id === '') return '';
  const of =
    subject.what === 'order' ? subject.system : subject.what === 'courier' ? 'couriers' : subject.list;
  return `${of}:${subject.id}`;
}

export type FindingWords = ReturnType<typeof useFindingWords>;

/** The same functions until the language or the zone changes. */
export function useFindingWords() {
  const t = useWords(qualityWords);
  const { lists } = useWords(recordsWords);
  const why = useWords(recordFormWords).error;
  const { dateTime, phone } = useFormat();
  return useMemo(() => {
    const nameOf = ({ name, id }: QualitySubject) =>
      name !== '' ? name : id === '' ? t.subject.nameless : t.subject.number(id);
    const detail = ({ kind, subject, value, window, field }: Finding): string => {
      switch (kind) {
        case 'unknownStatus':
          return value === '' ? t.detail.noStatus : t.detail.status(value);
        case 'unknownCourier':
          return t.detail.courier(value);
        case 'unknownLogin':
        case 'sharedLogin':
          return t.detail.login(phone(value));
        case 'windowReversed':
          return window ? t.detail.window(dateTime(window.from), dateTime(window.to)) : '';
        case 'doubtedPosition':
          return t.detail.doubted[value] ?? value;
        case 'strangerOnShift':
          return value === '' ? '' : t.detail.device(value);
        case 'notForKassa':
          return value === '' ? t.detail.noPhone : t.detail.phone(phone(value));
        case 'wrongInn':
        case 'wrongContact':
        case 'wrongValue':
        case 'unknownReference': {
          if (subject.what !== 'record' || !field) return value;
          const fields: Readonly<Record<string, string>> = lists[subject.list].fields;
          return t.detail.field(fields[field.key] ?? field.key, value, why[field.error]);
        }
        default:
          return value;
      }
    };
    return {
      /** «Заказ 101-Г»; of a record its name alone: where it stands is said beside it. */
      subject: ({ subject }: Finding) => {
        if (subject.what === 'order') return t.subject.order(nameOf(subject));
        return subject.what === 'courier' ? t.subject.courier(nameOf(subject)) : nameOf(subject);
      },
      kind: ({ kind }: Finding) => t.kinds[kind],
      detail,
      /** The section it belongs to; an order's system is said by its badge. */
      where: ({ subject }: Finding) =>
        subject.what === 'record' ? lists[subject.list].title : t.where[subject.what],
    };
  }, [t, lists, why, dateTime, phone]);
}
