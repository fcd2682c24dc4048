import { finding } from '../finding';
import { directiveName } from '../schema-types';
import { HUB_SUBGRAPH } from '../type-names';
import type { Rule } from './rule';

/** What the hub's reductions ask of every partnership: the fields that its schema has as another's. */
export const requiredByHub: Rule = (schema, { hub }) =>
  schema.own.flatMap((type) => {
    const has = new Set(type.fields.map(({ name }) => name.value));
    return (hub.get(type.name)?.fields ?? [])
      .filter(({ directives = [] }) => directives.some((one) => directiveName(one) === 'external'))
      .filter(({ name }) => !has.has(name.value))
      .map(({ name }) =>
        finding(
          'REQUIRED_BY_HUB',
          { coordinate: `${type.name}.${name.value}`, subgraphs: [schema.name], line: type.line },
          { hub: HUB_SUBGRAPH },
        ),
      );
  });
