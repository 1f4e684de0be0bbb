// @vitest-environment jsdom
/** After «Что изменилось» the keyboard is on its button in the header, whatever the panel was opened from. */
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { beforeEach, expect, it, vi } from 'vitest';
import { useDigestStore } from '#src/components/digest/digestStore.ts';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { DigestButton } from './DigestButton.tsx';

beforeEach(() => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
});

async function closePanel() {
  fireEvent.keyDown(await screen.findByRole('dialog'), { key: 'Escape', code: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
}

it('gives the keyboard to the button of the header when the panel closes', async () => {
  render(
    <MemoryRouter>
      <FormScreen client={testQueryClient()}>
        <DigestButton />
      </FormScreen>
    </MemoryRouter>,
  );
  const button = screen.getByRole('button', { name: /^Что изменилось/ });
  button.focus();
  fireEvent.click(button);
  await closePanel();
  expect(document.activeElement).toBe(button);

  // As from «Показать» of the strip, which has gone by then.
  button.blur();
  act(() => useDigestStore.getState().open(Date.now()));
  await closePanel();
  expect(document.activeElement).toBe(button);
});
