/** What is asked of correction receipts, out of the address. What it cannot read it ignores. */
import { useSearchParams } from 'react-router';

export const PAGE_SIZES = [20, 50, 100] as const;
type PageSize = (typeof PAGE_SIZES)[number];

/** `courier` (iRECA's id; null = all), `page` from 1, `size`. */
export function useCorrectionsView(): { courier: string | null; page: number; size: PageSize } {
  const [params] = useSearchParams();
  const page = Number(params.get('page') ?? 1);
  return {
    courier: /^\d+$/.exec(params.get('courier')?.trim() ?? '')?.[0] ?? null,
    page: Number.isInteger(page) && page > 0 ? page : 1,
    size: PAGE_SIZES.find((size) => String(size) === params.get('size')) ?? 20,
  };
}
