import { finding } from '../finding';
import { HUB_SUBGRAPH } from '../type-names';
import type { Rule } from './rule';

/** The root fields by which federation asks any subgraph. */
export const OF_FEDERATION: ReadonlySet<string> = new Set(['_entities', '_service']);

/** London asks, and records nothing in a partnership: the root fields are the hub's. */
export const rootFields: Rule = (schema) =>
  ['Query', 'Mutation', 'Subscription'].flatMap((root) =>
    (schema.types.get(root)?.fields ?? [])
      .filter(({ name }) => !OF_FEDERATION.has(name.value))
      .map((field) =>
        finding(
          'ROOT_FIELD_OUTSIDE_HUB',
          { coordinate: `${root}.${field.name.value}`, subgraphs: [schema.name], line: field.loc?.startToken.line },
          { hub: HUB_SUBGRAPH },
        ),
      ),
  );
