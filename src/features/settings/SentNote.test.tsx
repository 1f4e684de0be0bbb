// @vitest-environment jsdom
/** «Подставить в форму» has a way back: what was typed before is not lost, and no password is kept for it. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { AtolForm } from '#src/domain/atolSettings.ts';
import { BLANK_ATOL } from '#src/domain/atolSettings.ts';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { SentNote } from './SentNote.tsx';
import { keepSentAtol } from './sentAtol.ts';
import type { AtolWork } from './useAtolForm.ts';
import { useAtolForm } from './useAtolForm.ts';

const SENT: AtolForm = { ...BLANK_ATOL, login: 'sent_login', environment: 'test' };

beforeEach(() => {
  localStorage.clear();
  keepSentAtol({ at: 1, by: 'Анна', form: SENT });
});

function open() {
  const held: { work: AtolWork | null } = { work: null };
  function Page() {
    const work = useAtolForm();
    held.work = work;
    return <SentNote work={work} />;
  }
  render(
    <FormScreen client={testQueryClient()}>
      <Page />
    </FormScreen>,
  );
  return () => held.work!;
}
const type = (work: () => AtolWork, login: string) => act(() => work().change('login', login));
const fill = () => screen.getByRole('button', { name: 'Подставить в форму' });
const back = () => screen.queryByRole('button', { name: 'Вернуть введённое' });

describe('SentNote', () => {
  it('brings back what was typed, one step, and leaves the password alone', () => {
    const work = open();
    type(work, 'typed_login');
    act(() => work().setPassword('secret-word'));
    expect(back()).toBeNull();
    fireEvent.click(fill());
    expect(work().form).toEqual(SENT);
    // Pressed twice: what was typed is still the way back.
    fireEvent.click(fill());
    fireEvent.click(back()!);
    expect(work().form).toEqual({ ...BLANK_ATOL, login: 'typed_login' });
    expect(work().password).toBe('secret-word');
    expect(back()).toBeNull();
    expect(document.activeElement).toBe(fill());
    act(() => void window.dispatchEvent(new Event('pagehide')));
    expect(JSON.stringify({ ...localStorage })).toContain('typed_login');
    expect(JSON.stringify({ ...localStorage })).not.toContain('secret-word');
  });

  it('offers no way back to a blank form, nor to one that said the same', () => {
    const work = open();
    fireEvent.click(fill());
    expect(back()).toBeNull();
    type(work, ' sent_login ');
    fireEvent.click(fill());
    expect(back()).toBeNull();
  });

  it('keeps the way back when the note is forgotten, and drops it with the form', () => {
    const work = open();
    type(work, 'typed_login');
    fireEvent.click(fill());
    fireEvent.click(screen.getByRole('button', { name: 'Забыть' }));
    expect(back()).not.toBeNull();
    act(() => work().clear());
    expect(back()).toBeNull();
  });
});
