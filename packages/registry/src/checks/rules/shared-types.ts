import { directiveDeviations, fieldDeviations, typeDeviations } from '../contract/deviations';
import { finding, type Finding } from '../finding';
import { lineOf, type SchemaType } from '../schema-types';
import { similarName } from '../similar-name';
import type { Rule } from './rule';

/** What all have in common is in each schema as the contract has it: who changes it, changes it for all. */
export const sharedTypes: Rule = (schema, { contract }) =>
  schema.shared.flatMap((type) => {
    const wanted = contract.types.get(type.name)!;
    const deviations = typeDeviations(type, wanted);
    if (type.kind === wanted.kind) {
      for (const field of type.fields) {
        const other = wanted.fields.find(({ name }) => name.value === field.name.value);
        if (other) deviations.push(...fieldDeviations(type.name, field, other, (text) => schema.inOwnWords(text)));
      }
      for (const value of type.values) {
        const other = wanted.values.find(({ name }) => name.value === value.name.value);
        const at = { coordinate: `${type.name}.${value.name.value}`, line: lineOf(value) };
        if (other) deviations.push(...directiveDeviations(value.directives ?? [], other.directives ?? [], at));
      }
    }
    return [
      ...deviations.map(({ code, coordinate, line, actual, expected }) =>
        finding(code, { coordinate, subgraphs: [schema.name], line }, { actual, expected }),
      ),
      ...(type.kind === wanted.kind ? memberFindings(schema.name, type, wanted) : []),
    ];
  });

/** Fields and values that the one has and the other has not. Of an enum fewer values may be given than there are. */
function memberFindings(subgraph: string, type: SchemaType, wanted: SchemaType): Finding[] {
  const [has, wants] = [namesOf(type), namesOf(wanted)];
  const missing = type.kind === 'EnumType' ? [] : wants.filter((name) => !has.includes(name));
  const unknown = [...type.fields, ...type.values].filter(({ name }) => !wants.includes(name.value));
  const at = (name: string, line: number | null) => ({
    ...{ coordinate: `${type.name}.${name}`, line },
    subgraphs: [subgraph],
  });
  return [
    ...unknown.map((member) => {
      const meant = similarName(member.name.value, missing.length > 0 ? missing : wants);
      return finding('CONTRACT_MEMBER_UNKNOWN', at(member.name.value, lineOf(member)), { meant: isMeant(meant) });
    }),
    ...missing.map((name) => {
      const meant = similarName(
        name,
        has.filter((one) => !wants.includes(one)),
      );
      return finding('CONTRACT_FIELD_MISSING', at(name, type.line), { owner: type.name, meant: isRenamed(meant) });
    }),
  ];
}

const namesOf = ({ fields, values }: SchemaType) => [...fields, ...values].map(({ name }) => name.value);

/** A question to add to a message. */
const isMeant = (name: string | undefined) => (name === undefined ? '' : ` Is ${name} meant?`);

/** The same the other way round. */
export const isRenamed = (name: string | undefined) => (name === undefined ? '' : ` Is your ${name} meant for it?`);
