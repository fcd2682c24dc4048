import { SCALARS } from '@hub/scalars';
import { isEnumType, type GraphQLEnumType, type GraphQLScalarType } from 'graphql';
import { z } from 'zod';

const FORMATS: Readonly<Record<string, string>> = { Date: 'date', DateTime: 'date-time' };
const ours = new Map(SCALARS.map((scalar) => [scalar.name, scalar]));

/** The shape of a value that has no parts. */
export function leafShape(type: GraphQLScalarType | GraphQLEnumType): z.ZodType {
  if (isEnumType(type)) return enumShape(type);
  switch (type.name) {
    case 'Int':
      return z.int32();
    case 'Float':
      return z.number();
    case 'Boolean':
      return z.boolean();
    default:
      return textShape(type);
  }
}

/** With what each value means, since JSON Schema has no place for it beside the value. */
function enumShape(type: GraphQLEnumType): z.ZodType {
  const values = type.getValues();
  const meanings = values.map(({ name, description }) => `- \`${name}\`: ${description ?? ''}`);
  return z
    .enum(values.map(({ name }) => name))
    .meta({ id: type.name, description: [type.description ?? '', '', ...meanings].join('\n') });
}

/** Text, by the rules of its scalar where it has any. */
function textShape({ name }: GraphQLScalarType): z.ZodType {
  const scalar = ours.get(name);
  if (!scalar) return z.string();
  const isTaken = (text: string) => {
    try {
      scalar.parseValue(text);
      return true;
    } catch {
      return false;
    }
  };
  const format = FORMATS[name];
  const shape = z.string().refine(isTaken, { error: `must be: ${scalar.description}` });
  return format === undefined ? shape : shape.meta({ format });
}
