/** What the page of a reference list gives to the form and the paste that lie over it: `useOutletContext`. */
import { useOutletContext } from 'react-router';
import type { DeclaredList } from '#src/components/records/declare.ts';

export type ReferenceOutlet = {
  list: DeclaredList;
  /** Ids of the records as they stand in the table now: for the one before and the one after. */
  shownIds: readonly string[];
  /** Back to the list; its search and order stay in the address. */
  close: () => void;
  /** The record was read back as saved: back to the list, its row is lit for a moment. */
  saved: (id: string) => void;
  /** The record was read back as gone: back to the list, which says so. */
  removed: (name: string) => void;
  /** Another record in the same form. */
  open: (id: string) => void;
};

export const useReferenceOutlet = () => useOutletContext<ReferenceOutlet>();
