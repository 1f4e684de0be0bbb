/** When a line of a long form needs no new drawing. */

function shallow(one: object, other: object): boolean {
  const [mine, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  return mine.length === theirs.size && mine.every(([key, value]) => Object.is(value, theirs.get(key)));
}

/** For `memo`: the check makes its errors anew at every letter, so of them only what they say counts. */
export function sameLine<Props extends { errors?: object }>(before: Props, after: Props): boolean {
  const [{ errors: was = {}, ...one }, { errors: is = {}, ...other }] = [before, after];
  return shallow(one, other) && shallow(was, is);
}
