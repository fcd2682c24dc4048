import type { AccessRules, Requirement } from '@hub/access';
import {
  getNamedType,
  isAbstractType,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/**
 * What it takes to select a field: the rules of its type, of itself, and of the type it returns, all of which must be met.
 *
 * Where an interface or a union stands, any of its types may turn up, so what each of them asks is asked. A position can
 * thus only be entered by who may see everything that may stand there, and neither `__typename`, nor a type condition,
 * nor an object left empty tells of a type that is not theirs to see.
 */
export class FieldRequirements {
  readonly #known = new Map<string, readonly Requirement[]>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly rules: AccessRules,
  ) {}

  /** The requirements of a field, without those that ask for nothing. */
  of(parent: GraphQLCompositeType, field: string): readonly Requirement[] {
    const coordinate = `${parent.name}.${field}`;
    let requirements = this.#known.get(coordinate);
    if (!requirements) {
      requirements = field.startsWith('__') ? [] : distinct(this.#read(parent, field));
      this.#known.set(coordinate, requirements);
    }
    return requirements;
  }

  #read(parent: GraphQLCompositeType, field: string): Requirement[] {
    return [parent, ...this.#possible(parent)].flatMap((type) => {
      const returned = 'getFields' in type ? type.getFields()[field]?.type : undefined;
      return [
        this.rules.ofType(type.name),
        this.rules.ofField(type.name, field),
        ...(returned ? this.#ofPosition(getNamedType(returned)) : []),
      ];
    });
  }

  #ofPosition(type: GraphQLNamedType): Requirement[] {
    return [type, ...this.#possible(type)].map(({ name }) => this.rules.ofType(name));
  }

  #possible(type: GraphQLNamedType): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
  }
}

function distinct(requirements: readonly Requirement[]): Requirement[] {
  const asking = requirements.filter(({ authenticated, scopes }) => authenticated || scopes.length > 0);
  return [...new Map(asking.map((one) => [JSON.stringify([one.authenticated, one.scopes]), one])).values()];
}
