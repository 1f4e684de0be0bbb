/** The frame of every long form: title, sections one below another, and a foot with the deed that never scrolls away. */
import { IconArrowLeft } from '@tabler/icons-react';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useId } from 'react';
import { Link } from 'react-router';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './FormPage.module.css';
import labels from './quietLabels.module.css';

export type FormPageProps = {
  title: string;
  /** Where «Назад» leads. */
  backTo: string;
  /** Stands beside the title: system badge, number. */
  aside?: ReactNode;
  /** Notes above the sections: a restored draft, an error of the whole. */
  notes?: ReactNode;
  children: ReactNode;
  /** Stands in the foot on the left: totals. */
  summary?: ReactNode;
  /** The buttons of the foot. */
  actions: ReactNode;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  busy?: boolean;
};

/** Nothing is checked by the browser itself: errors are ours, in words, at their fields. */
export function FormPage(props: FormPageProps) {
  const { title, backTo, aside, notes, children, summary, actions, onSubmit, busy = false } = props;
  const t = useWords(formWords);
  const id = useId();
  return (
    <form
      className={`${labels.fields} ${classes.page}`}
      aria-labelledby={id}
      aria-busy={busy}
      onSubmit={onSubmit}
      onKeyDown={sendOnPurpose}
      noValidate
    >
      <div className={classes.head}>
        <Link className={classes.back} to={backTo} aria-label={t.back} title={t.back}>
          <IconArrowLeft size={18} stroke={1.7} aria-hidden />
        </Link>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {aside && <div className={classes.aside}>{aside}</div>}
      </div>
      <div className={classes.scroll}>
        <div className={classes.sheet}>
          {notes && <div className={classes.notes}>{notes}</div>}
          <div className={classes.sections}>{children}</div>
        </div>
      </div>
      <div className={classes.foot}>
        <div className={classes.summary}>{summary}</div>
        <div className={classes.actions}>{actions}</div>
      </div>
    </form>
  );
}

/** Enter in a field must not send a half-typed order; Ctrl+Enter sends it from anywhere. */
function sendOnPurpose(event: KeyboardEvent<HTMLFormElement>) {
  const { target, currentTarget: form } = event;
  // Keys of a dialog come here too, though it stands elsewhere on the page.
  if (event.key !== 'Enter' || !(target instanceof HTMLElement) || !form.contains(target)) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    // Once is enough, should the page listen for the same keys.
    event.stopPropagation();
    form.requestSubmit();
  } else if (target instanceof HTMLInputElement) {
    event.preventDefault();
  }
}

type FormSectionProps = {
  title: string;
  hint?: string;
  /** Takes both columns of a wide screen: goods, a table. */
  wide?: boolean;
  children: ReactNode;
};

/** One titled part of a form. */
export function FormSection({ title, hint, wide = false, children }: FormSectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id} data-wide={wide || undefined}>
      <div className={classes.sectionHead}>
        <h3 id={id}>{title}</h3>
        {hint && <p>{hint}</p>}
      </div>
      <div className={classes.body}>{children}</div>
    </section>
  );
}
