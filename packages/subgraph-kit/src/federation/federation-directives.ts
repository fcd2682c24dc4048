/** The federation version that the hub's subgraphs are written for. */
export const federationUrl = 'https://specs.apollo.dev/federation/v2.9';

/** Every directive of that version that a class may carry. */
export const federationDirectives: ReadonlySet<string> = new Set([
  'authenticated',
  'context',
  'cost',
  'external',
  'fromContext',
  'inaccessible',
  'interfaceObject',
  'key',
  'listSize',
  'override',
  'policy',
  'provides',
  'requires',
  'requiresScopes',
  'shareable',
  'tag',
]);

/** Directives of GraphQL itself, which need no import. */
export const standardDirectives: ReadonlySet<string> = new Set(['deprecated', 'oneOf', 'specifiedBy']);

/** Directives that decide who may read a field. Losing one is a leak, not a mistake in style. */
export const accessDirectives: ReadonlySet<string> = new Set(['authenticated', 'policy', 'requiresScopes']);

/** Directives that composition refuses on the fields of an interface. */
export const objectFieldDirectives: ReadonlySet<string> = new Set([
  ...accessDirectives,
  'cost',
  'external',
  'override',
  'provides',
  'requires',
  'shareable',
]);
