/** Words of the map's page. */
export const mapPage = {
  side: 'Курьеры и заказы',
  tabs: 'Что в списке',
  couriers: 'Курьеры',
  orders: (n: string) => `Заказы ${n}`,
  reading: 'Читаем заказы…',
  query: (text: string) => `поиск: ${text}`,
  clearQuery: 'Убрать поиск',
  hidden: (n: number) => `скрыто поиском: ${n}`,
};
