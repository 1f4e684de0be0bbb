// @vitest-environment jsdom
/** The button that copies, as the keyboard and a screen reader have it. */
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { CopyButton } from './CopyButton.tsx';

function open(props: Partial<ComponentProps<typeof CopyButton>> = {}) {
  const user = userEvent.setup();
  render(
    <FormScreen client={testQueryClient()}>
      <CopyButton text="9960440300341177" what="ФН" {...props} />
    </FormScreen>,
  );
  return { user, button: screen.getByRole('button'), status: screen.getByRole('status') };
}

/** As Chromium refuses a page that was not allowed to. */
const refuse = () =>
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));

afterEach(() => vi.restoreAllMocks());

it.each(['icon', 'words', 'plain'] as const)(
  '%s: is pressed by the keyboard and says what it copied',
  async (look) => {
    const { user, button, status } = open({ look });
    expect(screen.getByRole('button', { name: 'Скопировать ФН' })).toBe(button);
    expect(status.textContent).toBe('');
    await user.tab();
    expect(document.activeElement).toBe(button);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(status.textContent).toBe('Скопировано: ФН'));
    expect(await navigator.clipboard.readText()).toBe('9960440300341177');
    expect(document.activeElement).toBe(button);
  },
);

it.each(['icon', 'words', 'plain'] as const)('%s: says so when the browser refuses', async (look) => {
  const { user, button, status } = open({ look });
  refuse();
  await user.click(button);
  await waitFor(() =>
    expect(status.textContent).toBe('Не скопировано: браузер не дал доступ к буферу обмена'),
  );
  // For the eye as well.
  expect(await screen.findByRole('tooltip')).toHaveProperty('textContent', status.textContent);
});

it('says so where the browser has no clipboard at all, and what to do instead', async () => {
  const { user, button, status } = open({ advice: 'Выделите ссылку' });
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
  await user.click(button);
  await waitFor(() => expect(status.textContent).toBe('Выделите ссылку'));
});

it('asks for a text that changes only when it is pressed, and falls silent again', async () => {
  const text = vi.fn(() => 'сейчас');
  const { user, status } = open({ text, what: 'сводка', label: 'Скопировать текстом', look: 'words' });
  expect(text).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Скопировать текстом' }));
  expect(await screen.findByRole('button', { name: 'Скопировано' })).toBeDefined();
  expect(await navigator.clipboard.readText()).toBe('сейчас');
  await screen.findByRole('button', { name: 'Скопировать текстом' }, { timeout: 5_000 });
  expect(status.textContent).toBe('');
});
