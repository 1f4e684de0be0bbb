/** The Russian catalogue: the default, and the shape that every other language must fill. */
import { commands } from '#src/locales/ru/commands.ts';
import { errors } from '#src/locales/ru/errors.ts';
import { map } from '#src/locales/ru/map.ts';
import { orders } from '#src/locales/ru/orders.ts';
import { shell } from '#src/locales/ru/shell.ts';

export const ru = { locale: 'ru-RU', shell, errors, orders, commands, map };
export type Catalogue = typeof ru;
