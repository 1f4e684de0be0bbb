/** Who did it, by name: couriers of iRECA by id, people of Kassa by the phone that is their login. */
import { useCallback } from 'react';
import { useCourierDirectory } from '#src/api/couriers.ts';
import type { WholeOrder } from '#src/contracts/kassa/wholeOrder.ts';
import { formatPhone, phoneDigits, samePhone } from '#src/lib/phone.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';

/** Gives `(courierId) => name`; a courier that no list knows is named by the id. */
export function useCourierNames(): (courierId: string) => string {
  const { values } = useWords(storyWords);
  const { directory } = useCourierDirectory();
  return useCallback((id) => directory?.byId.get(id)?.title || values.courier(id), [directory, values]);
}

/**
 * Gives `(login) => name`: the courier of iRECA with this phone, else the person whom the order itself names, else the
 * login written as a phone.
 */
export function useLoginNames(person: WholeOrder['responsiblePerson']): (login: string) => string {
  const { directory } = useCourierDirectory();
  return useCallback(
    (login) => {
      const digits = phoneDigits(login);
      const courier = digits === null ? undefined : directory?.byPhone.get(digits);
      if (courier?.title) return courier.title;
      const named = person && samePhone(person.phoneNumber || person.phone, login) ? fullName(person) : '';
      return named || formatPhone(login);
    },
    [directory, person],
  );
}

const fullName = ({ lastName, firstName }: NonNullable<WholeOrder['responsiblePerson']>): string =>
  `${firstName} ${lastName}`.trim();
