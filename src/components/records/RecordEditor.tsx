/** The form of one record in a drawer over its list: reads it anew, checks what is typed, saves, says how it ended. */
import { Button, Skeleton } from '@mantine/core';
import { useFocusTrap, useMediaQuery, useMergedRef } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import button from '#src/components/buttons/iconButton.module.css';
import { LeaveGuard } from '#src/components/form/LeaveGuard.tsx';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { useWords } from '#src/locales/language.tsx';
import { recordFormWords } from '#src/locales/recordFormWords.ts';
import { recordsWords } from '#src/locales/recordsWords.ts';
import type { DeclaredList } from './declare.ts';
import { FormNote } from './FormNote.tsx';
import classes from './RecordEditor.module.css';
import { RecordFacts } from './RecordFacts.tsx';
import type { PointSlot } from './RecordField.tsx';
import { RecordForm } from './RecordForm.tsx';
import form from './RecordForm.module.css';
import { RecordNotes } from './RecordNotes.tsx';
import { recordName } from './recordTitles.ts';
import { useDrawerKeys } from './useDrawerKeys.ts';
import type { RecordEditing } from './recordEditing.ts';
import { useRecordEditor } from './useRecordEditor.ts';

/** Ways to the neighbours in the list; null = there is none on that side. */
export type RecordSteps = { previous: (() => void) | null; next: (() => void) | null };

export type RecordEditorProps = {
  list: DeclaredList;
  /** Null: a new record. */
  id: string | null;
  /** Goes back to what lies behind; asks first when there is something to lose. */
  onClose: () => void;
  /** Called when the record has been read back as saved; the drawer is closed by the caller. */
  onSaved: (id: string) => void;
  steps?: RecordSteps;
  /** Draws the field of kind `point`; without it there is none. */
  renderPoint?: (slot: PointSlot) => ReactNode;
  /** Stands below the fields: notes of a page of its own. */
  children?: ReactNode;
  /** Stands in the foot, on the left: a deed of its own page («Удалить»). `drop` forgets what was typed. */
  deeds?: (drop: () => void) => ReactNode;
};

/** One record after another needs no `key` of the caller's. */
export function RecordEditor(props: RecordEditorProps) {
  return <Drawer key={`${props.list.slug}:${props.id ?? ''}`} {...props} />;
}

function Drawer(props: RecordEditorProps) {
  const { list, id, onClose, onSaved, steps } = props;
  const t = useWords(recordFormWords);
  const words = useWords(recordsWords).lists[list.slug];
  const editor = useRecordEditor(list, id, { onSaved });
  const heading = useId();
  const drawer = useRef<HTMLDivElement>(null);
  const covers = useMediaQuery('(width < 1024px)', false, { getInitialValueInEffect: false }) ?? false;
  useDrawerKeys({
    drawer,
    onClose,
    onPrevious: steps?.previous ?? null,
    onNext: steps?.next ?? null,
  });
  useFocusInside(drawer, editor.state === 'ready' && id === null);
  const ref = useMergedRef(drawer, useFocusTrap(covers));
  const name = editor.record ? recordName(list, editor.record) : '';

  return (
    <div
      ref={ref}
      role="dialog"
      aria-modal={covers || undefined}
      aria-labelledby={heading}
      tabIndex={-1}
      className={classes.drawer}
      data-record-editor={list.slug}
      data-id={id ?? ''}
    >
      <LeaveGuard
        dirty={editor.dirty && editor.mayKeep}
        title={t.leave.title}
        text={list.fields.some(({ secret }) => secret) ? t.leave.secretText : t.leave.text}
      />
      <header className={classes.head}>
        <div className={classes.names}>
          <h2 id={heading} tabIndex={-1} data-autofocus>
            {id === null ? words.create : name || words.one}
          </h2>
          {id !== null && (
            <p>
              {words.one} <span>{t.number(id)}</span>
            </p>
          )}
        </div>
        {steps && (
          <>
            <Way label={t.previous} onClick={steps.previous}>
              <IconChevronUp size={17} stroke={1.8} aria-hidden />
            </Way>
            <Way label={t.next} onClick={steps.next}>
              <IconChevronDown size={17} stroke={1.8} aria-hidden />
            </Way>
          </>
        )}
        <Way label={t.closeKeys} onClick={onClose}>
          <IconX size={18} stroke={1.8} aria-hidden />
        </Way>
      </header>
      <Body {...props} editor={editor} />
    </div>
  );
}

function Body(props: RecordEditorProps & { editor: RecordEditing }) {
  const { editor, list, id, onClose, renderPoint, children, deeds } = props;
  const t = useWords(recordFormWords);
  const what = useWords(recordsWords).lists[list.slug].one;
  const toList = (
    <Button variant="default" size="xs" onClick={onClose}>
      {t.state.toList}
    </Button>
  );
  if (editor.state === 'loading') {
    return (
      <div className={form.scroll} aria-busy role="status" aria-label={t.loading}>
        {list.fields.slice(0, 6).map(({ key }) => (
          <Skeleton key={key} height={34} radius="md" />
        ))}
      </div>
    );
  }
  if (editor.state === 'failed') {
    return (
      <div className={form.scroll}>
        <ErrorNote error={editor.failure} onRetry={editor.retry} />
      </div>
    );
  }
  if (editor.state === 'gone') {
    return (
      <div className={form.scroll}>
        <FormNote tone="late" title={t.state.gone(what, id ?? '')} actions={toList} urgent>
          {t.state.goneText}
        </FormNote>
      </div>
    );
  }
  if (!editor.mayKeep) {
    return (
      <div className={form.scroll}>
        <RecordNotes editor={editor} />
        {id === null ? (
          <FormNote tone="plain" title={t.state.viewer} actions={toList} />
        ) : (
          <>
            <RecordFacts editor={editor} />
            {children}
            <p className={form.muted}>{t.state.viewer}</p>
          </>
        )}
      </div>
    );
  }
  return (
    <RecordForm
      editor={editor}
      renderPoint={renderPoint}
      onCancel={onClose}
      deeds={deeds?.(editor.startAnew)}
    >
      {children}
    </RecordForm>
  );
}

function Way({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: (() => void) | null;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={`${button.button} ${classes.way}`}
      aria-label={label}
      title={label}
      aria-disabled={onClick === null || undefined}
      onClick={onClick ?? undefined}
    >
      {children}
    </button>
  );
}

/**
 * The focus comes in when the form opens – of a new record into what it is called – and goes back to where it was when
 * it closes, unless somebody else has taken it meanwhile.
 */
function useFocusInside(drawer: React.RefObject<HTMLDivElement | null>, intoName: boolean): void {
  useEffect(() => {
    const element = drawer.current;
    const before = document.activeElement;
    element?.focus({ preventScroll: true });
    return () => {
      const held = document.activeElement;
      if (held && held !== document.body && !element?.contains(held)) return;
      const back =
        before instanceof HTMLElement && before !== document.body && before.isConnected
          ? before
          : document.querySelector<HTMLElement>('[role="grid"]');
      back?.focus({ preventScroll: true });
    };
  }, [drawer]);
  useEffect(() => {
    if (intoName)
      drawer.current?.querySelector<HTMLElement>('form input:not([inputmode="numeric"])')?.focus();
  }, [drawer, intoName]);
}
