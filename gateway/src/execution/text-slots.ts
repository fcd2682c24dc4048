import { getNamedType, Kind, parse, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { PlacedFetch, PlannedFetch } from './plan-stages';
import { findShape, shapeOf, shapeOfField, textSlot, type TextSlot } from './passed-text';
import { asSelections, objectTypes, plannedReader, typesRequired } from './representation-writer';
import { fragmentsOf } from './response-keys';
import {
  namesAsTheyStand,
  selectedFields,
  type Fragments,
  type SelectionReader,
  type Selections,
} from './selected-fields';

/** Somebody who reads objects of the answer: the client, or a fetch that requires something of them. */
export interface Consumer {
  reader: SelectionReader;
  selections: Selections;
  path: readonly string[];
  types: readonly GraphQLObjectType[];
}

/** Which fetches may leave their entities unparsed, and where their texts are kept. */
export class TextSlots {
  readonly #ofFetch = new Map<PlannedFetch, TextSlot>();
  readonly #at = new Map<string, TextSlot[]>();

  /** @param apiSchema - as clients see it; values are judged by it. */
  constructor(
    private readonly fetches: readonly PlacedFetch[],
    consumers: readonly Consumer[],
    private readonly schema: GraphQLSchema,
    private readonly apiSchema: GraphQLSchema,
    private readonly conditions: ReadonlyMap<string, boolean>,
  ) {
    for (const placed of fetches) {
      const found = this.#slotFor(placed, consumers);
      if (!found) continue;
      const { slot, type } = found;
      this.#ofFetch.set(placed.fetch, slot);
      const place = placeOf(placed.path, type);
      this.#at.set(place, [...(this.#at.get(place) ?? []), slot]);
    }
  }

  of(fetch: PlannedFetch): TextSlot | undefined {
    return this.#ofFetch.get(fetch);
  }

  /** The texts that are kept in objects of a type at a place. */
  at(path: readonly string[], type: GraphQLObjectType): readonly TextSlot[] {
    return this.#at.get(placeOf(path, type)) ?? [];
  }

  /**
   * A fetch may if its entities are of one type and shape, nobody goes into them or adds to them, and everybody who reads
   * any of its fields reads all of them, as they stand.
   */
  #slotFor(
    { fetch, path }: PlacedFetch,
    consumers: readonly Consumer[],
  ): { slot: TextSlot; type: GraphQLObjectType } | undefined {
    if (!fetch.requires) return undefined;
    const [type, another] = typesRequired(this.schema, fetch.requires);
    if (!type || another) return undefined;
    const asked = entitySelections(fetch);
    const reader = this.#reader(asked.fragments);
    const shape = shapeOf(reader, [asked.selections], type);
    if (!shape?.length) return undefined;

    const keys = new Set(shape.map(({ key }) => key));
    const others = this.fetches.filter((other) => other.fetch !== fetch);
    if (others.some((other) => beginsWith(other.path, path) && keys.has(other.path[path.length] ?? '')))
      return undefined;
    if (others.some((other) => this.#addsTo(other, path, type, keys))) return undefined;
    for (const consumer of consumers) {
      for (const fields of fieldsRead(consumer, path, type)) {
        if (!fields.some(({ own }) => keys.has(own))) continue;
        const shapes = fields.map((field) => shapeOfField(consumer.reader, field, readType(consumer, type)));
        if (findShape(shapes, shape) < 0) return undefined;
        if (fields.filter(({ own }) => keys.has(own)).length !== shape.length) return undefined;
      }
    }
    return { slot: textSlot(shape, type, this.apiSchema), type };
  }

  #addsTo({ fetch, path }: PlacedFetch, to: readonly string[], type: GraphQLObjectType, keys: ReadonlySet<string>) {
    if (!fetch.requires || placeOf(path, type) !== placeOf(to, type)) return false;
    if (!typesRequired(this.schema, fetch.requires).includes(type)) return false;
    const asked = entitySelections(fetch);
    return selectedFields(this.#reader(asked.fragments), [asked.selections], type).some(({ key }) => keys.has(key));
  }

  #reader(fragments: Fragments): SelectionReader {
    return { schema: this.schema, fragments, conditions: this.conditions, namesOf: namesAsTheyStand };
  }
}

const placeOf = (path: readonly string[], { name }: GraphQLObjectType) => `${path.join('.')}|${name}`;

const beginsWith = (path: readonly string[], start: readonly string[]) =>
  path.length > start.length && start.every((part, index) => path[index] === part);

/** What a fetch asks of its entities. */
export function entitySelections(fetch: PlannedFetch) {
  const document = parse(fetch.operation, { noLocation: true });
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
  const [root] = operation.selectionSet.selections;
  const selections = fetch.requires && root?.kind === Kind.FIELD ? root.selectionSet! : operation.selectionSet;
  return { selections: selections.selections, fragments: fragmentsOf(document) };
}

/** A fetch as somebody who reads what it requires. */
export function requiring({ fetch, path }: PlacedFetch, schema: GraphQLSchema): Consumer {
  const required = fetch.requires ?? [];
  const types = typesRequired(schema, required);
  return { reader: plannedReader(schema), selections: asSelections(required), path, types };
}

/** The fields that a consumer reads of objects of a type at a path: once for each place of its own that the path leads to. */
function fieldsRead(
  { reader, selections, path: from, types }: Consumer,
  path: readonly string[],
  type: GraphQLObjectType,
) {
  if (from.some((part, index) => path[index] !== part)) return [];
  let states = types.map((one) => ({ sets: [selections], type: one }));
  for (const part of path.slice(from.length)) {
    if (part === '@') continue;
    states = states.flatMap((state) =>
      selectedFields(reader, state.sets, state.type)
        .filter(({ own, name, isRefused }) => own === part && name !== '__typename' && !isRefused)
        .flatMap(({ name, sets }) => {
          const inner = objectTypes(reader.schema, getNamedType(state.type.getFields()[name]!.type));
          return inner.map((one) => ({ sets, type: one }));
        }),
    );
  }
  return states
    .filter((state) => state.type.name === type.name)
    .map((state) => selectedFields(reader, state.sets, state.type));
}

/** The type as the consumer's schema has it. */
const readType = ({ reader }: Consumer, { name }: GraphQLObjectType) =>
  reader.schema.getType(name) as GraphQLObjectType;
