/** Mantine's own preset: light-dark(), rem() and its breakpoints in our CSS modules. */
export default { plugins: { 'postcss-preset-mantine': {} } };
