import type {
  ArgumentDefinition,
  FieldDefinition,
  InterfaceType,
  ObjectType,
  Schema,
} from '@apollo/federation-internals';

type Described = FieldDefinition<ObjectType> | ArgumentDefinition<FieldDefinition<ObjectType>>;

/**
 * Leaves out what is said of a field of an object type, or of an argument of one, where an interface of that type says it of
 * the same field in the same words. Each partnership is a type, so that it would be said again for each in London.
 *
 * @param schema - it is changed.
 */
export function leaveOutInheritedDescriptions(schema: Schema): void {
  for (const type of schema.objectTypes()) {
    for (const field of type.fields()) {
      const inherited = type.interfaces().flatMap((one) => one.field(field.name) ?? []);
      leaveOut(field, inherited);
      for (const argument of field.arguments()) {
        leaveOut(
          argument,
          inherited.flatMap((one: FieldDefinition<InterfaceType>) => one.argument(argument.name) ?? []),
        );
      }
    }
  }
}

function leaveOut(described: Described, inherited: readonly { description?: string }[]): void {
  if (inherited.some(({ description }) => description === described.description)) delete described.description;
}
