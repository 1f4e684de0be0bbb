/** Words of selecting by area, and of counts of orders on the map. */
import { ruPlural } from '#src/locales/plural.ts';

const orders = (n: number) => `${n} ${ruPlural(n, 'заказ', 'заказа', 'заказов')}`;

export const area = {
  title: 'Выбрать заказы на карте',
  /** On the button while a tool is in hand. */
  putDown: 'Закончить выбор на карте',
  rectangle: 'Прямоугольником',
  polygon: 'Многоугольником',
  inView: 'Все в кадре',
  rectangleKeys: 'Shift + протянуть',
  inViewKeys: 'Ctrl + A на карте',
  modifiers: 'Ctrl — добавить к выбранным, Alt — убрать из них',
  hint: {
    label: 'Выбор заказов на карте',
    rectangle: 'Протяните прямоугольник по карте',
    polygon: 'Отметьте углы области',
    polygonEnd: 'Двойной щелчок или Enter — готово, Backspace — угол назад',
    drag: 'Отпустите, чтобы выбрать',
    done: 'Готово',
    back: 'Убрать последний угол',
    cancel: 'Отменить выбор на карте',
    mode: 'Что сделать с выбранными раньше',
  },
  modes: { replace: 'Выбрать', add: 'Добавить', remove: 'Убрать' },
  count: {
    replace: orders,
    add: (n: number) => `+ ${orders(n)}`,
    remove: (n: number) => `− ${orders(n)}`,
  },
  /** For screen readers, when an area is done. */
  result: {
    replace: (n: number) => `В области ${orders(n)}`,
    add: (n: number) => `Добавлено: ${orders(n)}`,
    remove: (n: number) => `Убрано: ${orders(n)}`,
    nothing: 'В области нет заказов, выбор прежний',
    givenUp: 'Выбор на карте отменён',
  },
  heap: {
    orders,
    late: (n: number) => `${ruPlural(n, 'опаздывает', 'опаздывают', 'опаздывают')} ${n}`,
    risk: (n: number) => `под риском ${n}`,
    nearer: 'Нажмите, чтобы приблизить',
  },
};
