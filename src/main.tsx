/** Starts the app in the page. */
import '@fontsource-variable/golos-text';
import '@mantine/core/styles.layer.css';
import '#src/app/palette.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod/mini';
import { App } from '#src/app/App.tsx';

// The page allows no code made from text (CSP without `unsafe-eval`), so the parsers must not try it.
config({ jitless: true });

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
