/** Asks before unsaved work is left: on another address inside Pult, and on closing the tab. */
import { Button, Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { formWords } from '#src/locales/formWords.ts';
import { useWords } from '#src/locales/language.tsx';
import classes from './LeaveGuard.module.css';
import { isLeavingFreely } from './leaveFreely.ts';

type LeaveGuardProps = { dirty: boolean; title?: string; text?: string };

/**
 * `dirty`: there is something to lose. Renders the question when it comes to it. Another query of the same address is
 * no leaving. `title` and `text`: what is lost, where it is not a form’s draft. After saving, go on with
 * `leaveFreely(() => navigate(…))`, which is never asked about.
 */
export function LeaveGuard({ dirty, title, text }: LeaveGuardProps) {
  const t = useWords(formWords).leave;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !isLeavingFreely() && currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (!dirty) return;
    // The browser asks in its own words; the text of a page is not shown by any of them.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);

  const stay = () => blocker.reset?.();
  return (
    <Modal
      opened={blocker.state === 'blocked'}
      onClose={stay}
      title={title ?? t.title}
      size={440}
      classNames={{ content: classes.content, header: classes.header, title: classes.title }}
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': t.close }}
      transitionProps={{ duration: 90, exitDuration: 0, transition: 'fade' }}
    >
      <p className={classes.text}>{text ?? t.text}</p>
      <div className={classes.actions}>
        <Button variant="default" onClick={() => blocker.proceed?.()}>
          {t.leave}
        </Button>
        <Button data-autofocus onClick={stay}>
          {t.stay}
        </Button>
      </div>
    </Modal>
  );
}
