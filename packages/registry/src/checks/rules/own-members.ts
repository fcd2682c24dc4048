import { finding } from '../finding';
import type { Rule } from './rule';

/** Fields, arguments and values of its own have names that GraphQL keeps for nobody. */
export const ownMembers: Rule = (schema) =>
  schema.own.flatMap((type) =>
    [...type.fields, ...type.values]
      .filter(({ name }) => name.value.startsWith('_'))
      .map((member) =>
        finding('NAME_RESERVED', {
          coordinate: `${type.name}.${member.name.value}`,
          subgraphs: [schema.name],
          line: member.loc?.startToken.line,
        }),
      ),
  );
