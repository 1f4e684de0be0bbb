// @vitest-environment jsdom
/** From one journal to another, «Ошибки кассы» among them: whose they are stays chosen. */
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FormScreen, testQueryClient } from '#src/testing/formScreen.tsx';
import { JournalsLayout } from './JournalsLayout.tsx';

beforeEach(() => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
});

function tabs(address: string) {
  render(
    <MemoryRouter initialEntries={[address]}>
      <FormScreen client={testQueryClient()}>
        <JournalsLayout />
      </FormScreen>
    </MemoryRouter>,
  );
  return screen.getAllByRole('link').map((link) => link.getAttribute('href'));
}

describe('JournalsLayout', () => {
  it('takes the order and the courier along to the errors of tills', () => {
    expect(tabs('/journals/terminal?order=1&courier=27&page=2').at(-1)).toBe(
      '/journals/errors?order=1&courier=27',
    );
  });

  it('takes them back from there', () => {
    expect(tabs('/journals/errors?order=1&courier=27&unseen=1')[0]).toBe(
      '/journals/changes?order=1&courier=27',
    );
  });

  it('asks no journal for the errors of nobody', () => {
    expect(tabs('/journals/errors?courier=-')[1]).toBe('/journals/terminal');
  });
});
