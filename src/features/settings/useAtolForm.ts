/** The form of Atol Online at work: draft, password, checks, sending, and how it ended. */
import { useEffect, useRef, useState } from 'react';
import type { AtolOutcome } from '#src/api/fiscalSettings.ts';
import { sendAtolSettings } from '#src/api/fiscalSettings.ts';
import { useSession } from '#src/api/session.ts';
import { useDraft } from '#src/components/form/useDraft.ts';
import type { AtolErrors, AtolField, AtolForm } from '#src/domain/atolSettings.ts';
import {
  BLANK_ATOL,
  atolBody,
  checkAtol,
  isAtolForm,
  refusedAtolField,
  sameAtol,
} from '#src/domain/atolSettings.ts';
import type { SentAtol } from './sentAtol.ts';
import { keepSentAtol, readSentAtol } from './sentAtol.ts';

/** `field`: the one that the refusal is about; `at`: epoch ms. */
type Ended =
  | { is: 'accepted'; at: number }
  | (Extract<AtolOutcome, { is: 'refused' }> & { field: AtolField | null })
  | Extract<AtolOutcome, { is: 'unsure' | 'notSent' }>;

export type AtolWork = ReturnType<typeof useAtolForm>;

export function useAtolForm() {
  const name = useSession().data?.name ?? '';
  const { values: form, setValues, restoredAt, reset } = useDraft('settings.atol', BLANK_ATOL, isAtolForm);
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(0);
  const [sending, setSending] = useState(false);
  const [ended, setEnded] = useState<Ended | null>(null);
  const [sent, setSent] = useState<SentAtol | null>(readSentAtol);
  /** What the note was put over, without the password; only this tab knows it. */
  const [replaced, setReplaced] = useState<AtolForm | null>(null);
  const busy = useRef(false);

  // Another tab may have sent or forgotten it.
  useEffect(() => {
    const look = () => setSent(readSentAtol());
    window.addEventListener('storage', look);
    return () => window.removeEventListener('storage', look);
  }, []);

  const errors: AtolErrors = asked > 0 ? checkAtol(form, password) : {};
  // What was accepted is no reason to speak of errors, though the password is gone again.
  const wrong = Object.keys(errors).length;

  /** What a refusal said stands until its field is typed into. */
  const typed = (field: AtolField) => {
    if (ended?.is === 'accepted' || (ended?.is === 'refused' && (ended.field ?? field) === field)) {
      setEnded(null);
    }
  };
  const change = <Field extends keyof AtolForm>(field: Field, value: AtolForm[Field]) => {
    typed(field);
    setValues((held) => ({ ...held, [field]: value }));
  };

  /** True when nothing is wrong; the errors are shown from now on. */
  const check = (): boolean => {
    setAsked((times) => times + 1);
    return Object.keys(checkAtol(form, password)).length === 0;
  };

  const send = async () => {
    const body = atolBody(form, password);
    if (body === null || busy.current) return;
    busy.current = true;
    setSending(true);
    setEnded(null);
    const outcome = await sendAtolSettings(body);
    busy.current = false;
    setSending(false);
    if (outcome.is !== 'accepted') {
      setEnded(outcome.is === 'refused' ? { ...outcome, field: refusedAtolField(outcome.message) } : outcome);
      return;
    }
    const at = Date.now();
    const note = { at, by: name, form };
    keepSentAtol(note);
    setSent(note);
    setPassword('');
    setAsked(0);
    setReplaced(null);
    reset(form);
    setEnded({ is: 'accepted', at });
  };

  const begin = (values: AtolForm) => {
    reset(values);
    setPassword('');
    setAsked(0);
    setReplaced(null);
    setEnded(null);
  };

  return {
    form,
    change,
    password,
    setPassword: (next: string) => {
      typed('password');
      setPassword(next);
    },
    restoredAt,
    errors,
    wrong,
    asked,
    check,
    send,
    sending,
    ended,
    sent,
    /** There is something to empty. */
    typedAny: password !== '' || !sameAtol(form, BLANK_ATOL),
    clear: () => begin(BLANK_ATOL),
    fill: (note: SentAtol) => {
      setEnded(null);
      if (!sameAtol(form, BLANK_ATOL) && !sameAtol(form, note.form)) setReplaced(form);
      setValues(note.form);
    },
    /** Something typed was written over by the note, and can be brought back. */
    mayTakeBack: replaced !== null,
    takeBack: () => {
      if (replaced === null) return;
      setEnded(null);
      setValues(replaced);
      setReplaced(null);
    },
    forget: () => {
      keepSentAtol(null);
      setSent(null);
    },
  };
}
