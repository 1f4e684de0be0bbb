/** One note above the form, or in place of it: as wide as its page. */
import { FormNote } from '#src/components/records/FormNote.tsx';
import type { FormNoteProps } from '#src/components/records/FormNote.tsx';

export const Note = (props: Omit<FormNoteProps, 'wide'>) => <FormNote {...props} wide />;
