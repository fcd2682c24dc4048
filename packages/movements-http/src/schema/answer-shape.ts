import {
  getNamedType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  print,
  type FieldNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { z } from 'zod';
import { leafShape } from './leaf-shape';

/** What is answered: how it looks, and how it is made of what the graph answers. */
export interface AnswerShape {
  shape: z.ZodType;
  of(value: unknown): unknown;
}

type Fielded = GraphQLObjectType | GraphQLInterfaceType;

const same = (value: unknown) => value;

/**
 * Makes the shapes of what a graph answers. A connection is here a page: `items`, and `next`, by which the next page is asked
 * for. What went wrong is no part of an answer.
 */
export class AnswerShapes {
  readonly #known = new Map<string, AnswerShape>();
  readonly #named = new Set<string>();

  /** @param jsonTexts - as {@link PlainApi.jsonTexts}. */
  constructor(private readonly jsonTexts: Readonly<Record<string, string>>) {}

  of(type: GraphQLOutputType, { selectionSet }: Pick<FieldNode, 'selectionSet'>): AnswerShape {
    if (!isNonNullType(type)) {
      const { shape, of } = this.#present(type, selectionSet);
      return { shape: shape.nullable(), of: (value) => (value === null ? null : of(value)) };
    }
    return this.#present(type.ofType, selectionSet);
  }

  #present(type: GraphQLOutputType, selectionSet: SelectionSetNode | undefined): AnswerShape {
    if (isListType(type)) {
      const item = this.of(type.ofType, { ...(selectionSet && { selectionSet }) } as FieldNode);
      return { shape: z.array(item.shape), of: (value) => (value as unknown[]).map(item.of) };
    }
    if (isLeafType(type)) return { shape: this.#leaf(type), of: same };
    const fielded = type as Fielded;
    return isPage(fielded, selectionSet!) ? this.#page(fielded, selectionSet!) : this.#object(fielded, selectionSet!);
  }

  #leaf(type: Parameters<typeof leafShape>[0]): z.ZodType {
    const known = this.#known.get(type.name)?.shape ?? leafShape(type);
    this.#known.set(type.name, { shape: known, of: same });
    return known;
  }

  #object(type: Fielded, selectionSet: SelectionSetNode): AnswerShape {
    const key = `${type.name} ${print(selectionSet)}`;
    const known = this.#known.get(key);
    if (known) return known;
    const parts = fieldsIn(selectionSet)
      .filter(({ name }) => name.value !== 'userErrors')
      .map((node) => ({ name: node.alias?.value ?? node.name.value, ...this.#field(type, node) }));
    // The first selection of a type has its name; another beside it stands where it is used.
    const id = this.#named.has(type.name) ? undefined : type.name;
    this.#named.add(type.name);
    const described = { description: type.description ?? '', ...(id !== undefined && { id }) };
    const made: AnswerShape = {
      shape: z.object(Object.fromEntries(parts.map(({ name, shape }) => [name, shape]))).meta(described),
      of: (value) =>
        Object.fromEntries(parts.map(({ name, of }) => [name, of((value as Record<string, unknown>)[name])])),
    };
    this.#known.set(key, made);
    return made;
  }

  #field(type: Fielded, node: FieldNode): AnswerShape {
    const field = type.getFields()[node.name.value]!;
    const component = this.jsonTexts[`${type.name}.${field.name}`];
    if (component !== undefined) {
      const shape = z.record(z.string(), z.unknown()).meta({ component });
      return { shape, of: (value) => JSON.parse(value as string) as unknown };
    }
    const { shape, of } = this.of(field.type, node);
    return { shape: shape.meta({ description: field.description ?? '' }), of };
  }

  #page(type: Fielded, selectionSet: SelectionSetNode): AnswerShape {
    const edges = fieldsIn(selectionSet).find(({ name }) => name.value === 'edges')!;
    const node = fieldsIn(edges.selectionSet!)[0]!;
    const edge = getNamedType(type.getFields()['edges']!.type) as GraphQLObjectType;
    const item = this.of(edge.getFields()['node']!.type, node);
    return {
      shape: pageShape(item.shape),
      of: (value) => {
        const { edges: found, pageInfo } = value as Page;
        const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        return { items: found.map((one) => item.of(one.node)), next };
      },
    };
  }
}

interface Page {
  edges: { node: unknown }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** A list that begins somewhere and may go on. */
export function pageShape(item: z.ZodType): z.ZodType {
  return z.object({
    items: z.array(item).meta({ description: 'Those of this page.' }),
    next: z.string().nullable().meta({ description: 'Give it as `after` to ask for the next page; null on the last.' }),
  });
}

const isPage = (type: Fielded, selectionSet: SelectionSetNode) =>
  isCompositeType(type) && fieldsIn(selectionSet).some(({ name }) => name.value === 'edges');

/** The fields of a selection without fragments. */
export function fieldsIn({ selections }: SelectionSetNode): FieldNode[] {
  return selections.filter((selection) => selection.kind === Kind.FIELD);
}
