/** The door: sign-in on a calm page of its own. */
import { SignInForm } from '#src/features/session/SignInForm.tsx';
import { useText } from '#src/locales/language.tsx';
import classes from './SignInPage.module.css';

/** Shown when nobody is signed in; disappears by itself once somebody is. */
export function SignInPage() {
  const t = useText().shell;
  return (
    <main className={classes.page}>
      <section className={classes.card} aria-labelledby="sign-in-title">
        <img className={classes.mark} src="/icon.svg" alt="" width={44} height={44} />
        <h1 id="sign-in-title" className={classes.title}>
          {t.signIn.title}
        </h1>
        <p className={classes.lead}>{t.signIn.lead}</p>
        <SignInForm />
      </section>
    </main>
  );
}
