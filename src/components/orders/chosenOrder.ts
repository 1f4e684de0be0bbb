/** The order that an address names: iRECA's ids stand as they are, Kassa's behind `kassa:`. */
import type { System } from '#src/contracts/feed.ts';

export type ChosenOrder = { system: System; id: string };

const KASSA = 'kassa:';

export const chosenText = ({ system, id }: ChosenOrder): string => (system === 'kassa' ? KASSA + id : id);

/** Null when the address names none. */
export function chosenOrder(text: string | null): ChosenOrder | null {
  const asked = text?.trim() ?? '';
  const chosen: ChosenOrder = asked.startsWith(KASSA)
    ? { system: 'kassa', id: asked.slice(KASSA.length) }
    : { system: 'ireca', id: asked.replace(/^ireca:/, '') };
  return chosen.id === '' ? null : chosen;
}
