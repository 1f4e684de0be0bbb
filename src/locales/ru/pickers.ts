/** Words of choosing an order or a courier by typing. */
const number = new Intl.NumberFormat('ru-RU');

export const pickers = {
  order: {
    label: 'Заказ',
    placeholder: 'Заказ: номер, телефон, имя',
    list: 'Подходящие заказы',
    byId: (id: string) => `Номер в iRECA: ${id}`,
    byIdLead: 'в списке Пульта его нет, но iRECA может знать',
    recent: 'Недавно смотрели',
    type: 'Начните вводить номер, телефон, имя или адрес.',
    none: (query: string) => `Заказов по запросу «${query}» нет. Можно ввести номер в iRECA целиком.`,
    more: (n: number) => `и ещё ${number.format(n)}: уточните запрос`,
    loading: 'Заказы ещё читаются',
  },
  courier: {
    label: 'Курьер',
    placeholder: 'Курьер: имя или телефон',
    list: 'Подходящие курьеры',
    none: (query: string) => `Курьера «${query}» нет.`,
    more: (n: number) => `и ещё ${number.format(n)}: уточните запрос`,
    loading: 'Курьеры ещё читаются',
    onShift: 'на смене',
    untitled: (id: string) => `курьер ${id}`,
  },
};
