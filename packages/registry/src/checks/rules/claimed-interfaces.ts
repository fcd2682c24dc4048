import { fieldDeviations, directiveDeviations } from '../contract/deviations';
import { finding, type Finding } from '../finding';
import type { PartnershipSchema } from '../partnership-schema';
import type { SchemaType } from '../schema-types';
import { similarName } from '../similar-name';
import { isRenamed } from './shared-types';
import type { Rule } from './rule';

/** Who claims an interface of the contract has all of its fields, as the contract has them. */
export const claimedInterfaces: Rule = (schema, { contract }) =>
  schema.own
    .filter(({ kind }) => kind === 'ObjectType')
    .flatMap((type) => {
      const interfaces = [...new Set(type.names)].flatMap((name) => contract.types.get(name) ?? []);
      return [
        ...unclaimed(schema, type),
        ...interfaces.flatMap((one) => missing(schema, type, one)),
        ...different(schema, type, interfaces),
      ];
    });

/** Types of a family are found by the interface of the family. */
function unclaimed(schema: PartnershipSchema, type: SchemaType): Finding[] {
  const needed = neededOf(schema, type);
  return needed
    .filter((name) => !type.names.includes(name))
    .map((name) =>
      finding(
        'INTERFACE_NOT_CLAIMED',
        { coordinate: type.name, subgraphs: [schema.name], line: type.line },
        { interface: name },
      ),
    );
}

/** A partnership offers what it chooses, beside the core; its other types are of one kind each. */
function neededOf(schema: PartnershipSchema, type: SchemaType): string[] {
  const names = schema.expectedOf(type.name)?.names ?? [];
  return schema.familyOf(type.name) === 'Partnership' ? names.filter((name) => name === 'LocalPartnership') : names;
}

function missing(schema: PartnershipSchema, type: SchemaType, claimed: SchemaType): Finding[] {
  const has = type.fields.map(({ name }) => name.value);
  const known = schema.expectedOf(type.name)?.fields.map(({ name }) => name.value) ?? [];
  return claimed.fields
    .map(({ name }) => name.value)
    .filter((name) => !has.includes(name))
    .map((name) => {
      const meant = similarName(
        name,
        has.filter((one) => !known.includes(one)),
      );
      return finding(
        'CONTRACT_FIELD_MISSING',
        { coordinate: `${type.name}.${name}`, subgraphs: [schema.name], line: type.line },
        { owner: claimed.name, meant: isRenamed(meant) },
      );
    });
}

/** A field of a family's type is as the example has it; of another type, as the interface has it. */
function different(schema: PartnershipSchema, type: SchemaType, interfaces: readonly SchemaType[]): Finding[] {
  const example = schema.expectedOf(type.name);
  const wanted = new Map(
    [...interfaces, ...(example ? [example] : [])]
      .flatMap((one) => one.fields)
      .map((field) => [field.name.value, field]),
  );
  const deviations = [
    ...(example
      ? directiveDeviations(type.directives, example.directives, { coordinate: type.name, line: type.line })
      : []),
    ...type.fields.flatMap((field) => {
      const other = wanted.get(field.name.value);
      return other ? fieldDeviations(type.name, field, other, (text) => schema.inOwnWords(text)) : [];
    }),
  ];
  return deviations.map(({ code, coordinate, line, actual, expected }) =>
    finding(code, { coordinate, subgraphs: [schema.name], line }, { actual, expected }),
  );
}
