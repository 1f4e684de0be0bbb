/** The sample file of an import: every column, and no row that anybody might create by mistake. */
import type { ImportField } from '#src/domain/orderImportFields.ts';
import { IMPORT_FIELDS } from '#src/domain/orderImportFields.ts';

/** Fields that another column of the sample says as well. */
const TWICE = new Set<ImportField>(['good', 'from', 'to', 'address', 'fromAddress', 'discountTotal']);

export const TEMPLATE_FIELDS: readonly ImportField[] = IMPORT_FIELDS.filter((field) => !TWICE.has(field));
