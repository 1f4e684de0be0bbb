/** The reference lists of iRECA that share six verbs: what each requires and how each is written out. */

export type Row = Record<string, unknown>;

/** How one list behaves (iRECA API text, the section of that list). */
export type ListSpec = {
  path: string;
  idKey: string;
  /** How the id is written in replies. */
  idAs: 'string' | 'number';
  /** Read by `page` and `count`, or all at once. */
  paged: boolean;
  /** Marked «required» in the text, besides the id. */
  required: string[];
  /** Required to be named, but may be null («required, nullable»). */
  nullable: string[];
  /** Must be numbers when given. */
  numeric: string[];
  /** What a new row holds where nothing was sent. */
  defaults: Row;
  /** Deleting keeps the row with `isActive` 0. */
  keepsDeleted: boolean;
  /** Rows carry `updatedAt`. */
  stamped: boolean;
  /** Reading one row leaves its own id out (payment types, taxes). */
  omitsOwnId: boolean;
};

const spec = (path: string, idKey: string, rest: Partial<ListSpec>): ListSpec => ({
  path,
  idKey,
  idAs: 'string',
  paged: false,
  required: ['title'],
  nullable: [],
  numeric: [],
  defaults: {},
  keepsDeleted: false,
  stamped: false,
  omitsOwnId: false,
  ...rest,
});

const images = { imageUrl: '', imageBigUrl: '' };

export const LIST_SPECS: readonly ListSpec[] = [
  spec('goods', 'goodId', {
    paged: true,
    required: ['taxId', 'title', 'price'],
    nullable: ['parentId'],
    numeric: ['price'],
    keepsDeleted: true,
    defaults: {
      article: '',
      calcId: 0,
      unit: 'шт',
      weight: '0',
      multiplicity: 1,
      description: '',
      ...images,
    },
  }),
  spec('specificities', 'specificityId', {
    paged: true,
    required: ['title', 'price'],
    nullable: ['parentId'],
    numeric: ['price'],
    keepsDeleted: true,
    defaults: { value: '', article: '', ...images },
  }),
  spec('warehouses', 'warehouseId', {
    paged: true,
    keepsDeleted: true,
    stamped: true,
    defaults: {
      firstname: '',
      lastname: '',
      phone: '',
      city: '',
      street: '',
      house: '',
      apartment: '',
      latitude: '0.00000000000000',
      longitude: '0.00000000000000',
      description: '',
    },
  }),
  spec('couriers', 'courierId', {
    required: ['title', 'email', 'phone', 'sourcePassword'],
    stamped: true,
    defaults: { roleId: null, inn: '' },
  }),
  spec('userRoles', 'roleId', { idAs: 'number', keepsDeleted: true }),
  spec('clients', 'clientId', {
    idAs: 'number',
    required: ['title', 'firstname', 'lastname', 'birthday'],
    stamped: true,
    defaults: { inn: '', phone: '', email: '', description: '' },
  }),
  spec('suppliers', 'supplierId', {
    paged: true,
    defaults: { taxId: null, inn: '', phone: '', address: '', description: '' },
  }),
  spec('orderReturnReasons', 'reasonId', { defaults: { type: '' } }),
  spec('paymentTypes', 'paymentTypeId', {
    required: ['title', 'closeTypeId'],
    numeric: ['closeTypeId'],
    stamped: true,
    omitsOwnId: true,
  }),
  spec('taxes', 'taxId', { required: [], defaults: { title: '' }, omitsOwnId: true }),
];

export type List = { spec: ListSpec; rows: Map<string, Row> };

export type Lists = {
  all: () => Iterable<List>;
  /** The rows of a list by its path. Throws on a path that is no list. */
  rows: (path: string) => Map<string, Row>;
};

export function createLists(): Lists {
  const lists = new Map(LIST_SPECS.map((each) => [each.path, { spec: each, rows: new Map<string, Row>() }]));
  return {
    all: () => lists.values(),
    rows: (path) => {
      const list = lists.get(path);
      if (!list) throw new Error(`No such list: ${path}`);
      return list.rows;
    },
  };
}
