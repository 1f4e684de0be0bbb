/** Makes ИНН whose last digits fit the others, as the tax service gives them out. */

const sum = (digits: string, weights: readonly number[]) =>
  String((weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0) % 11) % 10);

/** Ten digits, of a company. @param number anything; its last seven digits tell companies apart. */
export function companyInn(number: number): string {
  const nine = `78${String(Math.abs(number) % 10_000_000).padStart(7, '0')}`;
  return nine + sum(nine, [2, 4, 10, 3, 5, 9, 4, 6, 8]);
}

/** Twelve digits, of a person. @param number anything; its last six digits tell people apart. */
export function personInn(number: number): string {
  const ten = `7801${String(Math.abs(number) % 1_000_000).padStart(6, '0')}`;
  const eleven = ten + sum(ten, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
  return eleven + sum(eleven, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]);
}
