/** A table pasted into the list that lies behind. */
import { PasteDialog } from '#src/components/records/paste/PasteDialog.tsx';
import { useReferenceOutlet } from './referenceOutlet.ts';

export function ReferencePaste() {
  const { list, close } = useReferenceOutlet();
  return <PasteDialog list={list} onClose={close} />;
}
