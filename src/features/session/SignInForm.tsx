/** «Логин», «Пароль», «Войти». What was typed stays when the server says no. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { ApiError } from '#src/api/http.ts';
import { useSignIn } from '#src/api/session.ts';
import type { Session } from '#src/contracts/session.ts';
import { useErrorWords } from '#src/components/format/useErrorWords.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './SignInForm.module.css';

/** `login` fixes who must sign in (a session that ended in the middle of work belongs to somebody). */
export function SignInForm({
  login: fixedLogin,
  onDone,
}: {
  login?: string;
  onDone?: (session: Session) => void;
}) {
  const t = useText().shell.signIn;
  const words = useErrorWords();
  const signIn = useSignIn();
  const [login, setLogin] = useState(fixedLogin ?? '');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const wait = useCountdown(signIn.error instanceof ApiError ? signIn.error : null);

  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (login.trim() === '' || password === '' || wait > 0) return;
    signIn.mutate({ login: login.trim(), password }, { onSuccess: onDone });
  };

  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={t.login}
        name="login"
        autoComplete="username"
        autoCapitalize="none"
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
        readOnly={fixedLogin !== undefined}
        data-autofocus={fixedLogin === undefined || undefined}
        autoFocus={fixedLogin === undefined}
        error={tried && login.trim() === '' ? t.loginRequired : null}
      />
      <PasswordInput
        label={t.password}
        name="password"
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t.togglePassword }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        data-autofocus={fixedLogin !== undefined || undefined}
        error={tried && password === '' ? t.passwordRequired : null}
      />
      <div className={classes.problem} role="alert">
        {wait > 0
          ? t.throttled(wait)
          : signIn.error instanceof ApiError && signIn.error.code === 'badCredentials'
            ? t.wrong
            : signIn.error && words(signIn.error).advice}
      </div>
      <Button type="submit" fullWidth loading={signIn.isPending} disabled={wait > 0}>
        {t.submit}
      </Button>
    </form>
  );
}

/** Seconds until another attempt is welcome; 0 = now. */
function useCountdown(error: ApiError | null): number {
  const [left, setLeft] = useState(0);
  const [counted, setCounted] = useState<ApiError | null>(null);
  if (error !== counted) {
    setCounted(error);
    setLeft(error?.code === 'throttled' ? Math.ceil(error.retryAfter ?? 30) : 0);
  }
  const waiting = left > 0;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, [waiting]);
  return left;
}
