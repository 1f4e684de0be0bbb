/** What was done to a warehouse just now: said once over the pane, and where the eye finds it in the list and on the map. */
import { useState } from 'react';

type Note = {
  words: string;
  /** The place (see below) that it is said at; gone with the next step. */
  at: string;
};

/** Where the pane stands, as one text. */
export const placeOf = (kind: string, id: string | null) => `${kind}:${id ?? ''}`;
const LIST = placeOf('list', null);

/** `place`: where the pane stands now. */
export function useWarehouseNote(place: string) {
  const [note, setNote] = useState<Note | null>(null);
  const [saved, setSaved] = useState<string | null>(null);
  const [last, setLast] = useState(place);
  if (place !== last) {
    setLast(place);
    if (note?.at !== place) setNote(null);
    // Kept from its card to the list, where its row is to be found again; no further.
    if (saved !== null && place !== LIST && place !== placeOf('record', saved)) setSaved(null);
    if (last === LIST) setSaved(null);
  }
  return {
    said: note?.words ?? null,
    /** Of the warehouse that was written just now. */
    savedId: saved,
    /** Called while its form is still open: its card comes next. */
    saySaved(id: string, words: string) {
      setNote({ words, at: placeOf('record', id) });
      setSaved(id);
    },
    /** Its card, if open, is to be closed: the list comes next. */
    sayRemoved(words: string) {
      setNote({ words, at: LIST });
    },
    hush: () => setNote(null),
  };
}
