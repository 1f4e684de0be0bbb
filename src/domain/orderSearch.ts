/** The search of the orders screen: number, address, name, and phone by any of its digits. */
import type { DispatchOrder } from '#src/domain/dispatchOrder.ts';
import { digitsOf, fold } from '#src/lib/text.ts';

type Searchable = Pick<DispatchOrder, 'searchText' | 'searchDigits'>;
type Matcher = (order: Searchable) => boolean;

/** Looks like a piece of a phone: digits and what people put between them. */
const PHONE_PIECE = /^[+(]*\d[\d()+.-]*$|^[()+.-]+$/;
/** Fewer digits than this would be found in too many phones: «24» is meant as a house. */
const FEWEST_DIGITS = 3;

/** Digits to look for in a phone: as typed, and, when they start the way Russians dial (8…), as phones are kept (7…). */
function phoneForms(digits: string): string[] {
  if (digits.length < FEWEST_DIGITS) return [];
  return digits.startsWith('8') ? [digits, `7${digits.slice(1)}`] : [digits];
}

function wordMatcher(word: string): Matcher {
  const forms = PHONE_PIECE.test(word) ? phoneForms(digitsOf(word)) : [];
  return (order) =>
    order.searchText.includes(word) || forms.some((form) => order.searchDigits.includes(form));
}

/** Words that together may be one phone: «8 (912) 345-67-89» must be found whole, and «24 44» still as two words. */
function runMatcher(words: string[]): Matcher {
  const each = words.map(wordMatcher);
  const forms = words.length > 1 ? phoneForms(digitsOf(words.join(''))) : [];
  return (order) =>
    forms.some((form) => order.searchDigits.includes(form)) || each.every((matches) => matches(order));
}

/** A test for a query, null when it is empty. Letters' case, ё and spacing do not matter; all words must be found. */
export function queryMatcher(query: string): Matcher | null {
  const words = fold(query)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const runs: string[][] = [];
  let inPhone = false;
  for (const word of words) {
    const isPiece = PHONE_PIECE.test(word);
    const run = runs.at(-1);
    if (isPiece && inPhone && run) run.push(word);
    else runs.push([word]);
    inPhone = isPiece;
  }
  const matchers = runs.map(runMatcher);
  return (order) => matchers.every((matches) => matches(order));
}

/** True when the order is found by the query; an empty query finds every order. For many orders use `queryMatcher`. */
export function matchesQuery(order: Searchable, query: string): boolean {
  return queryMatcher(query)?.(order) ?? true;
}
