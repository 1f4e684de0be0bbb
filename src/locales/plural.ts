/** Picks the right form of a counted word. */
const russian = new Intl.PluralRules('ru');

/** Russian: «1 заказ», «3 заказа», «5 заказов». Gives the word only, not the number. */
export function ruPlural(n: number, one: string, few: string, many: string): string {
  const form = russian.select(n);
  return form === 'one' ? one : form === 'few' ? few : many;
}

/** English: “1 order”, “3 orders”. Gives the word only, not the number. */
export function enPlural(n: number, one: string, other: string): string {
  return n === 1 ? one : other;
}
