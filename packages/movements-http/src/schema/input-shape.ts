import {
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLScalarType,
} from 'graphql';
import { z } from 'zod';
import { leafShape } from './leaf-shape';

/** Of GraphQL's Int. */
const LARGEST_INT = 2 ** 31 - 1;

/** Values that are no text, as they stand in an address. */
const WRITTEN: Readonly<Record<string, z.ZodType>> = {
  Int: z.coerce.number().int().min(0).max(LARGEST_INT),
  Boolean: z.preprocess((text) => (text === 'true' ? true : text === 'false' ? false : text), z.boolean()),
};

type Part = Pick<GraphQLInputField, 'type'> & Partial<Pick<GraphQLInputField, 'description' | 'defaultValue'>>;

/** Makes the shapes of what a graph takes, so that what is added there is here too. */
export class InputShapes {
  readonly #known = new Map<string, z.ZodType>();

  /** @param jsonTexts - as {@link PlainApi.jsonTexts}. */
  constructor(private readonly jsonTexts: Readonly<Record<string, string>>) {}

  /** Of an object, as far as it is here. */
  object(
    type: GraphQLInputObjectType,
    isHere: (field: string) => boolean,
    { id, description }: { id: string; description: string | null | undefined },
  ): z.ZodObject {
    const fields = Object.values(type.getFields()).filter(({ name }) => isHere(name));
    return z
      .strictObject(Object.fromEntries(fields.map((field) => [field.name, this.#field(type, field)])))
      .meta({ id, description: description ?? '' });
  }

  /** Of a part, which may be left out, or null, where the graph lets it be. */
  part({ type, ...part }: Part): z.ZodType {
    const shape = this.#of(type);
    return said(isNonNullType(type) ? shape : shape.nullable(), { type, ...part });
  }

  /** Of a part that stands in an address, where all is text and nothing is null. */
  written({ type, ...part }: Part): z.ZodType {
    const { [String(getNullableType(type))]: shape = this.#of(type) } = WRITTEN;
    return said(shape, { type, ...part });
  }

  #of(type: GraphQLInputType): z.ZodType {
    if (isNonNullType(type)) return this.#of(type.ofType);
    if (isListType(type)) return z.array(this.#of(type.ofType));
    const { name } = type;
    const known = this.#known.get(name);
    if (known) return known;
    const shape = isLeafType(type)
      ? leafShape(type as GraphQLScalarType)
      : this.object(type, () => true, { id: name, description: type.description });
    this.#known.set(name, shape);
    return shape;
  }

  #field(type: GraphQLInputObjectType, field: GraphQLInputField): z.ZodType {
    const component = this.jsonTexts[`${type.name}.${field.name}`];
    if (component === undefined) return this.part(field);
    // Whether it says what it should the graph judges, with all else that the message says.
    return z
      .record(z.string(), z.unknown())
      .meta({ component })
      .transform((value, context) => jsonOf(value) ?? refuse(context));
  }
}

/** Null of what is nested too deeply to be written. */
function jsonOf(value: object): string | null {
  try {
    return JSON.stringify(value);
  } catch {
    return null;
  }
}

function refuse(context: z.RefinementCtx): never {
  context.addIssue('it is nested too deeply. A move says nothing that is nested more than twice.');
  return z.NEVER;
}

function said(shape: z.ZodType, { type, description, defaultValue }: Part): z.ZodType {
  const isRequired = isNonNullType(type) && defaultValue === undefined;
  return (isRequired ? shape : shape.optional()).meta({
    description: description ?? '',
    ...(defaultValue !== undefined && { default: defaultValue }),
  });
}
