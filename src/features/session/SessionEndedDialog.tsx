/** The session ended in the middle of work: sign in again in place; nothing behind it is lost. */
import { Button, Modal } from '@mantine/core';
import { useSignOut } from '#src/api/session.ts';
import { SignInForm } from '#src/features/session/SignInForm.tsx';
import { useSessionEnded } from '#src/features/session/sessionState.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './SessionEndedDialog.module.css';

/** `login`: whose work is on screen; only they can take it up again. */
export function SessionEndedDialog({ login }: { login: string }) {
  const t = useText().shell;
  const setEnded = useSessionEnded((state) => state.setEnded);
  const signOut = useSignOut();
  const leave = () => signOut.mutate(undefined, { onSettled: () => setEnded(false) });
  return (
    <Modal
      opened
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t.signIn.expiredTitle}
      size={380}
      zIndex={1000}
    >
      <p className={classes.lead}>{t.signIn.expiredLead}</p>
      <SignInForm login={login} onDone={() => setEnded(false)} />
      <Button variant="subtle" color="gray" fullWidth mt={8} onClick={leave} loading={signOut.isPending}>
        {t.user.signOut}
      </Button>
    </Modal>
  );
}
