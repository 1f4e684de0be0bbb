/** Which errors stand on screen: a field's own once it was left, all after the first attempt to save. */
import { useEffect, useRef, useState } from 'react';
import { focusFirstWrong } from '#src/components/form/firstWrong.ts';
import type { OrderFieldPath, OrderFormErrors } from '#src/domain/orderFormCheck.ts';
import { countErrors } from '#src/domain/orderFormCheck.ts';
import type { GoodLineErrors } from '#src/domain/goodLine.ts';
import { editorWords } from '#src/locales/editorWords.ts';
import { useWords } from '#src/locales/language.tsx';

/** A field, or the group that its path begins with: what is left as one. */
export type FieldGroup =
  Exclude<OrderFieldPath, `${string}.${string}`> | 'addressFrom' | 'addressTo' | 'window';

const groupOf = (path: OrderFieldPath) => path.split('.', 1)[0] as FieldGroup;

/** What iRECA said of one field; it stands there until the field is changed. */
export type FieldRefusal = { path: OrderFieldPath; message: string };

export type FormErrors = {
  /** The words at a field; null = nothing to say. */
  at: (path: OrderFieldPath) => string | null;
  goods: Record<string, GoodLineErrors>;
  /** The dispatcher left this group of fields. */
  leave: (group: FieldGroup) => void;
  /** Says everything that is wrong; the first wrong field gets the focus. */
  sayAll: () => void;
  /** How many are wrong, once it was tried to save; else 0. */
  count: number;
};

/** Goes around the fields: the focus is sent to a wrong one inside its form. */
export type FieldsScope = React.RefObject<HTMLDivElement | null>;

export function useFormErrors(
  errors: OrderFormErrors,
  refusal: FieldRefusal | null,
): { errors: FormErrors; scope: FieldsScope } {
  const t = useWords(editorWords);
  const [left, setLeft] = useState<ReadonlySet<FieldGroup>>(new Set());
  const [tried, setTried] = useState(false);
  const [focusAsked, setFocusAsked] = useState(0);
  const scope = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (focusAsked === 0) return;
    const form = scope.current?.closest('form');
    if (!form || focusFirstWrong(form)) return;
    // An empty list has no field of its own that could be wrong: the one that fills it.
    scope.current?.querySelector<HTMLElement>('[data-group="goods"] input')?.focus();
  }, [focusAsked]);

  const shown = (group: FieldGroup) => tried || left.has(group);
  const said: FormErrors = {
    at: (path) => {
      if (refusal?.path === path) return refusal.message;
      const error = errors.fields[path];
      if (!error || !shown(groupOf(path))) return null;
      return t.errorsAt[path]?.[error] ?? t.errors[error];
    },
    goods: shown('goods') ? errors.goods : {},
    leave: (group) => setLeft((before) => (before.has(group) ? before : new Set(before).add(group))),
    sayAll: () => {
      setTried(true);
      setFocusAsked((asked) => asked + 1);
    },
    count: tried ? countErrors(errors) : 0,
  };
  return { errors: said, scope };
}
