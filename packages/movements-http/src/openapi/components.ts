import { z } from 'zod';

/** A part of JSON Schema. */
export type JsonSchema = Record<string, unknown>;

/** Collects the shapes of a description, so that each with a name stands there once and is referred to. */
export class Components {
  readonly schemas = new Map<string, JsonSchema>();

  /** A shape as it stands in the description: by reference where it has a name. */
  of(shape: z.ZodType): JsonSchema {
    // As it is given: of what is answered there may be more in time, so that it is not said to be all.
    const { $schema: _, $defs = {}, ...schema } = z.toJSONSchema(shape, { io: 'input' }) as JsonSchema;
    for (const [name, definition] of Object.entries($defs as JsonSchema)) this.schemas.set(name, referring(definition));
    return referring(schema);
  }
}

/** A reference to a component. */
export const referenceTo = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

/** With references to where components stand; what only names a component refers to it. */
function referring(schema: unknown): JsonSchema {
  if (Array.isArray(schema)) return schema.map(referring) as unknown as JsonSchema;
  if (typeof schema !== 'object' || schema === null) return schema as JsonSchema;
  const { component, $ref, properties, description = '', ...rest } = schema as JsonSchema;
  const said = description === '' ? {} : { description };
  if (typeof component === 'string') return { ...referenceTo(component), ...said };
  const known = typeof $ref === 'string' ? referenceTo($ref.slice($ref.lastIndexOf('/') + 1)) : {};
  const parts = properties === undefined ? {} : { properties: valuesOf(properties) };
  return { ...known, ...said, ...valuesOf(rest), ...parts };
}

const valuesOf = (parts: unknown) =>
  Object.fromEntries(Object.entries(parts as JsonSchema).map(([name, part]) => [name, referring(part)]));
