/** Mantine in Pult's clothes: our palette, our sizes, hairlines instead of shadows. */
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';
import { createTheme } from '@mantine/core';

/** Ten shades around the accent (deep teal); index 7 is the accent of the light theme, 4 of the dark one. */
const teal: MantineColorsTuple = [
  '#e2f2ef',
  '#c9e7e2',
  '#9fd4cb',
  '#73c1b5',
  '#4fb3a5',
  '#2f9d8f',
  '#178a7e',
  '#0b7a6f',
  '#096359',
  '#064c45',
];

const red: MantineColorsTuple = [
  '#fdebea',
  '#f9d3d1',
  '#f2a9a6',
  '#ff9a94',
  '#ff7b72',
  '#dd4a46',
  '#cd363a',
  '#c0272d',
  '#9f1e24',
  '#7c161b',
];

/** Mantine's greys of the dark theme, in the ink of `palette.css`: what a component colours by itself fits in. */
const dark: MantineColorsTuple = [
  '#e6eaf0',
  '#c3cad4',
  '#8d98a8',
  '#707c8d',
  '#3a4452',
  '#28303b',
  '#1e2530',
  '#181d25',
  '#12161c',
  '#0c1014',
];

const FONT = "'Golos Text Variable', 'Golos Text', 'Segoe UI', system-ui, sans-serif";

export const theme = createTheme({
  fontFamily: FONT,
  headings: { fontFamily: FONT, fontWeight: '650' },
  fontSizes: { xs: '11px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  colors: { teal, red, dark },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.32,
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // The variant is named so that `palette.css` can tell a filled button.
    Button: { defaultProps: { size: 'sm', variant: 'filled' }, styles: { root: { fontWeight: 550 } } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 350, fz: 12, withArrow: false } },
    Modal: { defaultProps: { overlayProps: { backgroundOpacity: 0.35 }, shadow: 'none', centered: true } },
    Popover: { defaultProps: { shadow: 'none' } },
    Menu: { defaultProps: { shadow: 'none' } },
  },
});

/** Mantine's own variables, pointed at the palette (`palette.css`). */
export const mantineVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--pult-panel)',
    '--mantine-color-text': 'var(--pult-ink)',
    '--mantine-color-dimmed': 'var(--pult-muted)',
    '--mantine-color-placeholder': 'var(--pult-muted)',
    '--mantine-color-default': 'var(--pult-raised)',
    '--mantine-color-default-color': 'var(--pult-ink)',
    '--mantine-color-default-border': 'var(--pult-line-strong)',
    '--mantine-color-default-hover': 'var(--pult-hover)',
    '--mantine-color-error': 'var(--pult-late)',
    '--mantine-color-anchor': 'var(--pult-accent)',
  };
  return { variables: { '--mantine-line-height': '1.4' }, light: both, dark: both };
};
