import {
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
  parse,
  validate,
  type GraphQLCompositeType,
  type GraphQLSchema,
} from 'graphql';

/** Arguments of the fields of a small London; a field without any here is asked for without. */
const ARGUMENTS: Record<string, readonly string[]> = {
  bodies: ['', '(first: 1)', '(first: 2)', '(first: $n)'],
  notes: ['', '(first: 1)', '(first: 3)', '(first: $n)'],
  partnership: ['(id: "Lambeth")', '(id: "Havering")', '(id: "nobody")'],
  networks: ['', '(kind: CHAIRS)', '(kind: LEADS)'],
  noted: [
    '',
    '(like: { name: "a", kinds: [CHAIRS] })',
    '(like: { kinds: [CHAIRS], name: "a" })',
    '(like: { name: $text })',
  ],
};
const CONDITIONS = ['@include(if: $yes)', '@skip(if: $yes)', '@include(if: $no)', '@skip(if: false)'];
const VARIABLES = ['$yes: Boolean!', '$no: Boolean = false', '$n: Int', '$text: String'];
const FRAGMENTS = ['LambethPartnership', 'Network', 'LocalPartnership'];

/** An operation of a small London, with its variables. */
export interface RandomQuestion {
  query: string;
  variables: Record<string, unknown>;
}

/** Random valid questions: every field, aliases, arguments, conditions, fragments within and beside. */
export class RandomQuestions {
  #left = 0;

  /**
   * @param aliases - which may stand before any field
   * @param seed - of what comes out
   */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly aliases: readonly string[],
    private seed: number,
  ) {}

  next(): RandomQuestion {
    for (;;) {
      this.#left = 18;
      const sets = FRAGMENTS.map((name, index) => {
        return this.#set(this.schema.getType(name) as GraphQLCompositeType, 2, FRAGMENTS.slice(0, index));
      });
      this.#left = 18;
      const query = document(this.#set(this.schema.getQueryType()!, 5, FRAGMENTS), sets);
      const variables = {
        yes: this.#odds(2),
        no: this.#odds(2),
        n: this.#below(3),
        text: this.#of(['é', '"\\', null]),
      };
      if (validate(this.schema, parse(query)).length === 0) return { query, variables };
    }
  }

  #set(type: GraphQLCompositeType, depth: number, fragments: readonly string[]): string {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const overlapping = Object.values(this.schema.getTypeMap())
      .filter(isCompositeType)
      .filter((one) => !one.name.startsWith('__') && this.#objects(one).some((o) => this.#objects(type).includes(o)));
    const beside = fragments.filter((name) => overlapping.some((one) => one.name === name));
    const parts: string[] = [];
    for (let count = 1 + this.#below(4); count > 0; count--) {
      const condition = this.#odds(5) ? ` ${this.#of(CONDITIONS)}` : '';
      const isWithin = fields.length === 0 || this.#odds(5);
      if (depth === 0 || this.#left-- < 0 || this.#odds(12)) parts.push(`${this.#alias()}__typename${condition}`);
      else if (isWithin && beside.length > 0 && this.#odds(2)) parts.push(`...F${this.#of(beside)}${condition}`);
      else if (isWithin) {
        const to = this.#of(overlapping);
        parts.push(`... on ${to.name}${condition} { ${this.#set(to, depth - 1, fragments)} }`);
      } else {
        const { name, type: of } = this.#of(fields);
        const named = getNamedType(of);
        const inner = isCompositeType(named) ? ` { ${this.#set(named, depth - 1, fragments)} }` : '';
        parts.push(`${this.#alias()}${name}${this.#of(ARGUMENTS[name] ?? [''])}${condition}${inner}`);
      }
    }
    return parts.join(' ');
  }

  #alias(): string {
    return this.#odds(3) ? `${this.#of(this.aliases)}: ` : '';
  }

  #objects(type: GraphQLCompositeType) {
    return isObjectType(type) ? [type] : this.schema.getPossibleTypes(type);
  }

  #of<One>(list: readonly One[]): One {
    return list[this.#below(list.length)]!;
  }

  #odds(oneIn: number): boolean {
    return this.#below(oneIn) === 0;
  }

  /** The next whole number of the generator mulberry32. */
  #below(end: number): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  }
}

/** A document with the fragments and variables that it uses. */
function document(root: string, sets: readonly string[]): string {
  let text = ` ${root} `;
  const fragments: string[] = [];
  for (let index = FRAGMENTS.length - 1; index >= 0; index--) {
    if (!text.includes(`...F${FRAGMENTS[index]!} `)) continue;
    fragments.push(`fragment F${FRAGMENTS[index]!} on ${FRAGMENTS[index]!} { ${sets[index]!} }`);
    text += `${sets[index]!} `;
  }
  const variables = VARIABLES.filter((one) => new RegExp(`\\${one.split(':')[0]!}\\b`).test(text));
  return `query${variables.length > 0 ? `(${variables.join(', ')})` : ''} { ${root} } ${fragments.join(' ')}`;
}
