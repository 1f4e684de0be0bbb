/** Puts a declaration together with where its records come from. */
import type { Resource } from '#src/api/resource.ts';
import type {
  AnyRecord,
  ColumnSpec,
  Declaration,
  FieldSpec,
  ListDeeds,
  ListSlug,
} from '#src/domain/declaration.ts';

/** A declaration together with where its records come from, for parts that work for every list. */
export type DeclaredList = {
  slug: ListSlug;
  source: Resource<AnyRecord>;
  name: readonly string[];
  columns: readonly ColumnSpec[];
  fields: readonly FieldSpec[];
  sort?: string;
  can: ListDeeds;
  keepsDeleted?: true;
};

/** The kind of the records is forgotten here, once its names have been checked. */
export function declare<R, Secret extends string = never>(
  source: Resource<R>,
  declaration: Declaration<R, Secret>,
): DeclaredList {
  return { ...declaration, source: source as unknown as Resource<AnyRecord> };
}

export const ALL_DEEDS = { create: true, edit: true, remove: true, replace: true } as const;
