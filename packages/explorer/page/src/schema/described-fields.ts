import { isInterfaceType, isObjectType, type GraphQLArgument, type GraphQLField, type GraphQLNamedType } from 'graphql';

type Field = GraphQLField<unknown, unknown>;

/**
 * The fields of an object or interface with what is said of them and of their arguments, by an interface of the type where it
 * says nothing itself: what a type has from an interface is said there, once for all who have it.
 */
export function describedFields(type: GraphQLNamedType): readonly Field[] {
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).map((field) => {
    const inherited = type.getInterfaces().flatMap((one) => one.getFields()[field.name] ?? []);
    return {
      ...said(field, inherited),
      args: field.args.map((argument) =>
        said(
          argument,
          inherited.flatMap((one) => named(one, argument)),
        ),
      ),
    };
  });
}

const named = ({ args }: Field, { name }: GraphQLArgument) => args.filter((one) => one.name === name);

function said<T extends Field | GraphQLArgument>(own: T, inherited: readonly (Field | GraphQLArgument)[]): T {
  const description = [own, ...inherited].find((one) => one.description)?.description;
  return { ...own, description };
}
