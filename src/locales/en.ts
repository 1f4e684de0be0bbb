/** The English catalogue, typed against the Russian one: a missing word does not compile. */
import { commands } from '#src/locales/en/commands.ts';
import { errors } from '#src/locales/en/errors.ts';
import { map } from '#src/locales/en/map.ts';
import { orders } from '#src/locales/en/orders.ts';
import { shell } from '#src/locales/en/shell.ts';
import type { Catalogue } from '#src/locales/ru.ts';

export const en: Catalogue = { locale: 'en-GB', shell, errors, orders, commands, map };
