/** The frame of a form and the question before it is left. */
// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Link, RouterProvider, createMemoryRouter, useNavigate } from 'react-router';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { FormPage, FormSection } from './FormPage.tsx';
import { LeaveGuard } from './LeaveGuard.tsx';
import { leaveFreely } from './leaveFreely.ts';

const submitted = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());

function TestForm() {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  return (
    <FormPage
      title="Новый заказ"
      backTo="/orders"
      summary="К оплате 0,00"
      actions={<button type="submit">Создать</button>}
      onSubmit={submitted}
    >
      <LeaveGuard dirty={text !== ''} />
      <FormSection title="Клиент">
        <input aria-label="Имя" value={text} onChange={(event) => setText(event.target.value)} />
        <textarea aria-label="Заметка" />
        <Link to="?system=kassa">Касса</Link>
        <button type="button" onClick={() => leaveFreely(() => void navigate('/orders'))}>
          сохранено
        </button>
      </FormSection>
    </FormPage>
  );
}

function show() {
  const router = createMemoryRouter(
    [
      { path: '/orders/new', element: <TestForm /> },
      { path: '/orders', element: <p>список</p> },
    ],
    { initialEntries: ['/orders/new'] },
  );
  render(
    <FormScreen client={testQueryClient()}>
      <RouterProvider router={router} />
    </FormScreen>,
  );
  return router;
}

beforeEach(() => {
  submitted.mockClear();
});

describe('FormPage', () => {
  test('is a named form with headings in order', () => {
    show();
    expect(screen.getByRole('form', { name: 'Новый заказ' })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2, name: 'Новый заказ' })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 3, name: 'Клиент' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Клиент' })).toBeTruthy();
  });

  test('Enter in a field sends nothing; Ctrl+Enter and the button do', async () => {
    const user = userEvent.setup({ delay: null });
    show();
    await user.type(screen.getByRole('textbox', { name: 'Имя' }), 'Иван{Enter}');
    expect(submitted).not.toHaveBeenCalled();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(submitted).toHaveBeenCalledTimes(1);
    await user.type(screen.getByRole('textbox', { name: 'Заметка' }), 'один{Enter}два');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Заметка' }).value).toBe('один\nдва');
    await user.click(screen.getByRole('button', { name: 'Создать' }));
    expect(submitted).toHaveBeenCalledTimes(2);
  });
});

describe('LeaveGuard', () => {
  const name = () => screen.getByRole('textbox', { name: 'Имя' });

  test('nothing typed: nothing asked', async () => {
    const user = userEvent.setup({ delay: null });
    show();
    await user.click(screen.getByRole('link', { name: 'Назад' }));
    expect(await screen.findByText('список')).toBeTruthy();
  });

  test('asks; staying keeps what was typed, leaving leaves', async () => {
    const user = userEvent.setup({ delay: null });
    show();
    await user.type(name(), 'Иван');
    await user.click(screen.getByRole('link', { name: 'Назад' }));
    const question = await screen.findByRole('dialog', { name: 'Уйти без сохранения?' });
    expect(question.textContent).toContain('Черновик останется');
    await user.click(screen.getByRole('button', { name: 'Остаться' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect((name() as HTMLInputElement).value).toBe('Иван');
    await user.click(screen.getByRole('link', { name: 'Назад' }));
    await user.click(await screen.findByRole('button', { name: 'Уйти' }));
    expect(await screen.findByText('список')).toBeTruthy();
  });

  test('another query of the same address is no leaving', async () => {
    const user = userEvent.setup({ delay: null });
    const router = show();
    await user.type(name(), 'Иван');
    await user.click(screen.getByRole('link', { name: 'Касса' }));
    expect(router.state.location.search).toBe('?system=kassa');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('after saving nobody is asked', async () => {
    const user = userEvent.setup({ delay: null });
    show();
    await user.type(name(), 'Иван');
    await user.click(screen.getByRole('button', { name: 'сохранено' }));
    expect(await screen.findByText('список')).toBeTruthy();
  });

  test('closing the tab asks only while there is something to lose', async () => {
    const user = userEvent.setup({ delay: null });
    show();
    const close = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(close()).toBe(false);
    await user.type(name(), 'И');
    expect(close()).toBe(true);
    await user.clear(name());
    expect(close()).toBe(false);
  });
});
