import { getNamedType, type GraphQLObjectType, type GraphQLSchema, type OperationTypeNode } from 'graphql';
import { fetchSelections } from './fetch-selections';
import type { InPieces } from './in-turns';
import type { PlacedFetch, PlannedFetch } from './plan-stages';
import { findShape, shapeOf, shapeOfField, textSlot, type Shape, type TextSlot } from './passed-text';
import { asSelections, objectTypes, plannedReader, typesRequired } from './representation-writer';
import {
  identityOf,
  namesAsTheyStand,
  selectedFields,
  type Fragments,
  type SelectedField,
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
  readonly #keys = new Map<string, symbol>();

  private constructor(
    private readonly fetches: readonly PlacedFetch[],
    private readonly schema: GraphQLSchema,
    private readonly apiSchema: GraphQLSchema,
    private readonly conditions: ReadonlyMap<string, boolean>,
  ) {}

  /** @param apiSchema - as clients see it; values are judged by it. */
  static *of(
    fetches: readonly PlacedFetch[],
    consumers: readonly Consumer[],
    schema: GraphQLSchema,
    apiSchema: GraphQLSchema,
    conditions: ReadonlyMap<string, boolean>,
  ): InPieces<TextSlots> {
    const slots = new TextSlots(fetches, schema, apiSchema, conditions);
    for (const placed of fetches) {
      slots.#add(placed, consumers);
      yield;
    }
    return slots;
  }

  slotOf(fetch: PlannedFetch): TextSlot | undefined {
    return this.#ofFetch.get(fetch);
  }

  /** The texts that are kept in objects of a type at a place. */
  at(path: readonly string[], type: GraphQLObjectType): readonly TextSlot[] {
    return this.#at.get(placeOf(path, type)) ?? [];
  }

  #add(placed: PlacedFetch, consumers: readonly Consumer[]): void {
    const found = this.#slotFor(placed, consumers);
    if (!found) return;
    const { slot, type } = found;
    this.#ofFetch.set(placed.fetch, slot);
    const place = placeOf(placed.path, type);
    this.#at.set(place, [...(this.#at.get(place) ?? []), slot]);
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
    const asked = fetchSelections(fetch);
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
    const slot = textSlot(shape, type, this.apiSchema, this.#keyOf(shape));
    return slot && { slot, type };
  }

  /** One for what is of one shape, so that what writes it reads alike for all types. */
  #keyOf(shape: Shape): symbol {
    const text = JSON.stringify(shape);
    const key = this.#keys.get(text) ?? Symbol('text');
    this.#keys.set(text, key);
    return key;
  }

  #addsTo({ fetch, path }: PlacedFetch, to: readonly string[], type: GraphQLObjectType, keys: ReadonlySet<string>) {
    if (!fetch.requires || placeOf(path, type) !== placeOf(to, type)) return false;
    if (!typesRequired(this.schema, fetch.requires).includes(type)) return false;
    const asked = fetchSelections(fetch);
    return selectedFields(this.#reader(asked.fragments), [asked.selections], type).some(({ key }) => keys.has(key));
  }

  #reader(fragments: Fragments): SelectionReader {
    return { schema: this.schema, fragments, conditions: this.conditions, namesOf: namesAsTheyStand };
  }
}

const placeOf = (path: readonly string[], { name }: GraphQLObjectType) => `${path.join('.')}|${name}`;

const beginsWith = (path: readonly string[], start: readonly string[]) =>
  path.length > start.length && start.every((part, index) => path[index] === part);

/** A fetch as somebody who reads what it requires. */
export function requiring({ fetch, path }: PlacedFetch, schema: GraphQLSchema): Consumer {
  const required = fetch.requires ?? [];
  const types = typesRequired(schema, required);
  return { reader: plannedReader(schema), selections: asSelections(required), path, types };
}

/** The name of the subgraph that was asked for a field of objects of a type at a path; undefined where none was. */
export function askedFor(
  own: string,
  { fetches, schema, conditions }: { fetches: readonly PlacedFetch[] } & Pick<SelectionReader, 'schema' | 'conditions'>,
  path: readonly string[],
  type: GraphQLObjectType,
): string | undefined {
  const found = fetches.find((placed) =>
    fieldsRead(asking(placed, schema, conditions), path, type).some((fields) => fields.some(({ key }) => key === own)),
  );
  return found?.fetch.serviceName;
}

const askers = new WeakMap<PlacedFetch, Consumer>();

/** A fetch as somebody who reads what it asks for. */
export function asking(placed: PlacedFetch, schema: GraphQLSchema, conditions: ReadonlyMap<string, boolean>): Consumer {
  let asker = askers.get(placed);
  if (!asker) {
    const { fetch, path } = placed;
    const { selections, fragments } = fetchSelections(fetch);
    const root = schema.getRootType(fetch.operationKind as OperationTypeNode)!;
    const types = fetch.requires ? typesRequired(schema, fetch.requires) : [root];
    asker = { reader: { schema, fragments, conditions, namesOf: namesAsTheyStand }, selections, path, types };
    askers.set(placed, asker);
  }
  return asker;
}

/** The fields that a consumer reads of objects of a type at a path: once for each place of its own that the path leads to. */
export function fieldsRead(consumer: Consumer, path: readonly string[], type: GraphQLObjectType): SelectedField[][] {
  const { path: from, reader } = consumer;
  if (from.some((part, index) => path[index] !== part)) return [];
  return statesAt(consumer, path.slice(from.length))
    .filter((state) => state.type.name === type.name)
    .map((state) => selectedFields(reader, state.sets, state.type));
}

/** Selections of objects of a type. */
interface State {
  sets: Selections[];
  type: GraphQLObjectType;
}

const states = new WeakMap<Consumer, Map<string, State[]>>();

/** What a consumer selects at a path from where it begins, of each type there may be. Found once for each path. */
function statesAt(consumer: Consumer, path: readonly string[]): State[] {
  const { reader, selections, types } = consumer;
  if (path.length === 0) return types.map((type) => ({ sets: [selections], type }));
  let known = states.get(consumer);
  if (!known) states.set(consumer, (known = new Map()));
  const place = path.join('.');
  let found = known.get(place);
  if (!found) known.set(place, (found = statesUnder(reader, statesAt(consumer, path.slice(0, -1)), path.at(-1)!)));
  return found;
}

/** One for each field of the consumer's own, by the type around it and its own; what is the same of many types around is one. */
function statesUnder(reader: SelectionReader, around: readonly State[], part: string): State[] {
  if (part === '@') return [...around];
  const found = new Map<string, State>();
  for (const { sets, type } of around) {
    for (const field of selectedFields(reader, sets, type)) {
      if (field.own !== part || field.name === '__typename' || field.isRefused) continue;
      for (const one of objectTypes(reader.schema, getNamedType(type.getFields()[field.name]!.type))) {
        found.set(`${one.name} ${identityOf(field.sets)}`, { sets: field.sets, type: one });
      }
    }
  }
  return [...found.values()];
}

/** The type as the consumer's schema has it. */
const readType = ({ reader }: Consumer, { name }: GraphQLObjectType) =>
  reader.schema.getType(name) as GraphQLObjectType;
