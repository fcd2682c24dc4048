import { createHash } from 'node:crypto';
import {
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';

/** What was answered of one thing: by field and arguments, as a client's cache keeps it. */
type Content = Record<string, unknown>;

/** These change with the clock, or because somebody asks. */
const CHANGES_BY_ITSELF = /^(lateBySeconds|lastAccesses|childRecordAccesses)(_|$)/;

/** Keeps what was answered by id, as a client with a cache does, and finds ids that stand for two things. */
export class ThingsSeen {
  readonly #types = new Map<string, string>();
  readonly #contents = new Map<string, Content>();
  /** Ids of two types, or of two contents, in words. */
  readonly clashes = new Set<string>();

  /** How many things have an id. */
  get count(): number {
    return this.#types.size;
  }

  /** The types of things that have an id. */
  get types(): ReadonlySet<string> {
    return new Set(this.#types.values());
  }

  /** @param asker - content is compared where the same asker was answered: another may see less. */
  keep(answer: unknown, asker: string): unknown {
    if (Array.isArray(answer)) return answer.map((one) => this.keep(one, asker));
    if (typeof answer !== 'object' || answer === null) return answer;
    const content: Content = {};
    for (const [field, value] of Object.entries(answer)) {
      if (!CHANGES_BY_ITSELF.test(field)) content[field] = this.keep(value, asker);
    }
    const { id, __typename: type } = content as { id?: string; __typename?: string };
    if (id === undefined || type === undefined) return content;
    const known = this.#types.get(id) ?? type;
    this.#types.set(id, known);
    if (known !== type) this.clashes.add(`${id} is a ${known} and a ${type}`);
    const key = JSON.stringify([asker, type, id]);
    const before = this.#contents.get(key) ?? {};
    for (const field of differing(before, content)) {
      this.clashes.add(`${type} ${id} has two ${field}: ${JSON.stringify([before[field], content[field]])}`);
    }
    this.#contents.set(key, { ...before, ...content });
    return { id };
  }
}

/** Fields that both have, and in which they differ. What has no id is compared as far as both were asked for. */
const differing = (one: Content, other: Content) =>
  Object.keys(one).filter((field) => field in other && !agree(one[field], other[field]));

function agree(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((element, place) => agree(element, other[place]));
  }
  if (typeof one === 'object' && typeof other === 'object' && one !== null && other !== null) {
    return differing(one as Content, other as Content).length === 0;
  }
  return one === other;
}

/** The same question with the type and the id of each object, and each field under one name for one set of arguments. */
export function asACacheAsks(schema: GraphQLSchema, query: string): string {
  const types = new TypeInfo(schema);
  const changed = visit(
    parse(query),
    visitWithTypeInfo(types, {
      SelectionSet(selections) {
        const type = types.getParentType();
        const hasId = (isObjectType(type) || isInterfaceType(type)) && 'id' in type.getFields();
        const added = ['__typename', ...(hasId ? ['id'] : [])].map((name) => fieldOf(name));
        return { ...selections, selections: [...added, ...selections.selections] };
      },
      Field: {
        leave({ alias: _, ...field }) {
          const args = (field.arguments ?? []).map((argument) => print(argument));
          if (args.length === 0) return field;
          const hash = createHash('sha256').update(args.join()).digest('hex').slice(0, 8);
          return { ...field, alias: { kind: Kind.NAME, value: `${field.name.value}_${hash}` } };
        },
      },
    }),
  );
  return print(changed);
}

const fieldOf = (name: string): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } });
