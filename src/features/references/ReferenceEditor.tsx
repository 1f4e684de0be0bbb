/** The form of a record over its reference list: a new one, or one of the list. */
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useParams } from 'react-router';
import { RecordEditor } from '#src/components/records/RecordEditor.tsx';
import { RemoveDialog } from '#src/components/records/RemoveDialog.tsx';
import { recordName } from '#src/components/records/recordTitles.ts';
import { useRemoveDeed } from '#src/components/records/useRemoveDeed.ts';
import { leaveFreely } from '#src/components/form/leaveFreely.ts';
import { useMay } from '#src/api/session.ts';
import { useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import { useReferenceOutlet } from './referenceOutlet.ts';

export function ReferenceEditor() {
  const { id } = useParams();
  const { list, shownIds, close, saved, open } = useReferenceOutlet();
  const at = id === undefined ? -1 : shownIds.indexOf(id);
  const step = (to: string | undefined) => (to === undefined ? null : () => open(to));
  const steps = at < 0 ? undefined : { previous: step(shownIds[at - 1]), next: step(shownIds[at + 1]) };
  return (
    <RecordEditor
      list={list}
      id={id ?? null}
      onClose={close}
      onSaved={saved}
      steps={steps}
      deeds={(drop) => id !== undefined && <RemoveButton key={id} id={id} drop={drop} />}
    />
  );
}

function RemoveButton({ id, drop }: { id: string; drop: () => void }) {
  const t = useWords(recordFormWords);
  const { list, removed } = useReferenceOutlet();
  const { data } = useQuery(list.source.list(useQueryClient()));
  const deed = useRemoveDeed(list.slug);
  const may = useMay('admin');
  const [asking, setAsking] = useState(false);
  const record = data?.records.find((one) => list.source.idOf(one) === id);
  if (!may || !list.can.remove || record?.['isActive'] === false) return null;
  const name = (record && recordName(list, record)) || t.number(id);
  return (
    <>
      <Button
        variant="subtle"
        color="red"
        leftSection={<IconTrash size={15} stroke={1.7} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {deed}
      </Button>
      {asking && (
        <RemoveDialog
          list={list}
          id={id}
          name={name}
          onClose={() => setAsking(false)}
          onRemoved={() => {
            // There is nothing left that unsaved changes could be saved to: no question, no draft.
            flushSync(drop);
            leaveFreely(() => removed(name));
          }}
        />
      )}
    </>
  );
}
