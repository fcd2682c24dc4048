import { finding } from '../finding';
import { directiveName, lineOf } from '../schema-types';
import type { Rule } from './rule';

/** What is said nowhere else: of a field of an interface of the contract, the contract says it; of another's, that other. */
export const descriptions: Rule = (schema, { contract }) =>
  schema.own.flatMap((type) => {
    const at = { subgraphs: [schema.name] };
    const said = new Set(
      type.names.flatMap((name) => contract.types.get(name)?.fields ?? []).flatMap((field) => field.name.value),
    );
    const bare = [...type.fields, ...type.values].filter(
      ({ name, description, directives = [] }) =>
        !description?.value.trim() &&
        !said.has(name.value) &&
        !directives.some((one) => directiveName(one) === 'external'),
    );
    const isSaid = type.isDescribed || schema.familyOf(type.name) !== undefined;
    return [
      ...(isSaid ? [] : [finding('DESCRIPTION_MISSING', { ...at, coordinate: type.name, line: type.line })]),
      ...bare.map((member) =>
        finding('DESCRIPTION_MISSING', {
          ...at,
          coordinate: `${type.name}.${member.name.value}`,
          line: lineOf(member),
        }),
      ),
    ];
  });
