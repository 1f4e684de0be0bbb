/** The few pictures that goods of the simulated shops have, drawn small: `/pictures/<name>.svg` shows them. */

const svg = (background: string, drawing: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="256" height="256">` +
  `<rect width="64" height="64" fill="${background}"/>${drawing}</svg>`;

const dots = (color: string, places: readonly (readonly [number, number])[], radius: number) =>
  places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${color}"/>`).join('');

const BUNCH = [
  [24, 22],
  [32, 17],
  [40, 22],
  [28, 29],
  [37, 29],
] as const;
const STEMS = '<path d="M26 30 32 54 38 30" stroke="#3f7d3a" stroke-width="3" fill="none"/>';

export const PICTURES: Readonly<Record<string, string>> = {
  roses: svg('#fdf3f4', STEMS + dots('#c8324b', BUNCH, 6)),
  white: svg('#eef4ee', STEMS + dots('#fff8ec', BUNCH, 6)),
  tulips: svg('#fff8e6', STEMS + dots('#e7a21f', BUNCH, 5)),
  bread: svg(
    '#fbf4ea',
    '<rect x="12" y="24" width="40" height="22" rx="10" fill="#8a5a2b"/><path d="M22 28v8M32 28v8M42 28v8" stroke="#f0d9b5" stroke-width="3"/>',
  ),
  pizza: svg(
    '#f7f3e8',
    '<circle cx="32" cy="32" r="20" fill="#e9b45f"/>' +
      dots(
        '#b9382c',
        [
          [25, 27],
          [38, 26],
          [31, 39],
        ],
        4,
      ),
  ),
  headphones: svg(
    '#eef1f6',
    '<path d="M16 38a16 16 0 0 1 32 0" fill="none" stroke="#36414f" stroke-width="4"/><rect x="12" y="36" width="8" height="14" rx="3" fill="#36414f"/><rect x="44" y="36" width="8" height="14" rx="3" fill="#36414f"/>',
  ),
};
