import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';
import {
  executeSync,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  parse,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** Random queries of a schema without unions, and random answers to them: nulls, empty lists, and every type that may stand somewhere. */
export class RandomAnswers {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly gen: GeneratorValue,
  ) {}

  next(): { query: string; data: unknown } {
    const query = this.#selection(this.schema.getQueryType()!, 4);
    const { data, errors } = executeSync({
      schema: this.schema,
      document: parse(query),
      fieldResolver: (_source, _args, _context, { returnType }) => this.#value(returnType),
      typeResolver: (value) => (value as { __typename: string }).__typename,
    });
    if (errors) throw errors[0]!;
    return { query, data };
  }

  #selection(type: GraphQLCompositeType, levels: number): string {
    const fields = Object.values('getFields' in type ? type.getFields() : {});
    const open = fields.filter((field) => levels > 0 || !isCompositeType(getNamedType(field.type)));
    const chosen = open.filter(() => this.gen(fc.boolean));
    const written = (chosen.length > 0 ? chosen : open.slice(0, 1)).map(({ name, type: returned }) => {
      const inner = getNamedType(returned);
      return isCompositeType(inner) ? `${name} ${this.#selection(inner, levels - 1)}` : name;
    });
    const fragments = isAbstractType(type) ? this.schema.getPossibleTypes(type).filter(() => this.gen(fc.boolean)) : [];
    const within = fragments.map((one) => `... on ${one.name} ${this.#selection(one, levels)}`);
    return `{ ${[...written, ...within].join(' ') || '__typename'} }`;
  }

  #value(type: GraphQLOutputType): unknown {
    if (isNonNullType(type)) return this.#some(type.ofType);
    return this.gen(fc.nat, { max: 3 }) === 0 ? null : this.#some(type);
  }

  #some(type: GraphQLOutputType): unknown {
    if (isListType(type)) {
      return Array.from({ length: this.gen(fc.nat, { max: 3 }) }, () => this.#value(type.ofType as GraphQLOutputType));
    }
    if (isAbstractType(type)) {
      const names = this.schema.getPossibleTypes(type).map(({ name }) => name);
      return { __typename: this.gen(fc.constantFrom, ...names) };
    }
    if (isCompositeType(type)) return {};
    return String(type) === 'Boolean' ? this.gen(fc.boolean) : this.gen(fc.nat);
  }
}
