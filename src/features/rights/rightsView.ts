/** What the matrix of rights keeps in the address bar: the search, whether deleted roles are shown, the role of a phone. */

export type RightsView = {
  query: string;
  deleted: boolean;
  /** The one role that is shown where there is room for one; null = the first. */
  role: string | null;
};

export const readRightsView = (search: URLSearchParams): RightsView => ({
  query: search.get('q') ?? '',
  deleted: search.get('deleted') === '1',
  role: search.get('role'),
});

/** What is as usual is left out of the address. */
export function writeRightsView({ query, deleted, role }: RightsView): URLSearchParams {
  return new URLSearchParams({
    ...(query.trim() && { q: query }),
    ...(deleted && { deleted: '1' }),
    ...(role !== null && { role }),
  });
}
