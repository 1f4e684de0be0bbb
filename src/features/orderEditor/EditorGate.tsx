/** Before the form: may this user write at all, and is the order that it begins with read. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ReadOrder } from '#src/api/order.ts';
import { orderKey, readIrecaOrder } from '#src/api/order.ts';
import { useMay } from '#src/api/session.ts';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { paths } from '#src/lib/paths.ts';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';
import { Note } from './Note.tsx';
import classes from './EditorPanel.module.css';

function Alone({ children }: { children: ReactNode }) {
  const t = useWords(editorWords);
  return (
    <div className={classes.frame}>
      <div className={classes.alone}>
        {children}
        <div className={classes.bar}>
          <Button component={Link} to={paths.orders} variant="default">
            {t.toList}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Shows the form only to those who may write. */
export function DispatchersOnly({ children }: { children: ReactNode }) {
  const t = useWords(editorWords);
  if (useMay('dispatcher')) return children;
  return (
    <Alone>
      <Note tone="plain" title={t.viewer} />
    </Alone>
  );
}

type OpenedProps = { orderId: string; children: (read: ReadOrder) => ReactNode };

/**
 * Reads the order anew: what a card read a minute ago is no base for a change. The first reading stays; what happens to
 * the order later is found out when it is saved.
 */
export function OpenedOrder({ orderId, children }: OpenedProps) {
  const t = useWords(editorWords);
  const [opened, setOpened] = useState<ReadOrder | null>(null);
  const query = useQuery({
    queryKey: [...orderKey('ireca', orderId), 'editor'],
    queryFn: ({ signal }) => readIrecaOrder(orderId, signal),
    gcTime: 0,
    staleTime: 0,
    enabled: opened === null,
  });
  if (opened === null && query.data) setOpened(query.data);
  if (opened) return children(opened);
  if (query.isError) {
    return (
      <Alone>
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      </Alone>
    );
  }
  return (
    <Alone>
      <Note tone="plain" title={query.data === null ? t.missing(orderId) : t.loading} />
    </Alone>
  );
}
