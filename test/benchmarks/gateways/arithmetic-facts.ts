import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** An object of the answer. What is not in it is made of the text from which its values follow. */
type Fact = Record<string | symbol, unknown> & { __typename: string };

const SEED = Symbol('seed');
/** Each entity has one of these as its key. */
const KEYS = ['id', 'gssCode', 'financialYear'];
const WORDS = `the partners agree that safeguarding lead representative of each statutory body reviews quorum decisions
  and scrutiny yearly before London executive meets`.split(/\s+/);
/** How many there are in lists, by the field. */
const LENGTHS: Readonly<Record<string, number>> = {
  ...{ bodies: 3, clauses: 2, contributions: 3, differences: 12, edges: 5, items: 6, localAuthorities: 1 },
  ...{ members: 6, neighbours: 2, networks: 4, procedures: 2, seats: 2, statutoryPartners: 3 },
};
const USUAL_LENGTH = 2;

/**
 * Values by arithmetic: each follows from its entity's key and its field's name, so that it is the same in whatever words,
 * and by whatever way, a gateway asks for it.
 */
export const arithmeticFacts: GraphQLFieldResolver<Fact | undefined, unknown, Record<string, unknown>> = (
  fact,
  args,
  _,
  { fieldName, returnType, schema },
) => {
  const given = fact?.[fieldName];
  if (given === null || (given !== undefined && typeof given !== 'object')) return given;
  const seed = `${seedOf(fact)}.${fieldName}${JSON.stringify(args)}`;
  const type = isNonNullType(returnType) ? returnType.ofType : returnType;
  const named = getNamedType(type);
  if (type === returnType && isScalarType(type) && hashOf(`${seed}?`) % 11 === 0) return null;
  if (!isListType(type)) return valueOf(named, fieldName, seed, args, schema);
  const facts = isAbstractType(named)
    ? schema.getPossibleTypes(named).map((one, index) => factOf(one, `${seed}[${index}]`, args))
    : Array.from({ length: LENGTHS[fieldName] ?? USUAL_LENGTH }, (_, index) =>
        valueOf(named, fieldName, `${seed}[${index}]`, args, schema),
      );
  const { ids } = args;
  return Array.isArray(ids) ? facts.filter((one) => ids.includes((one as Fact)['id'])) : facts;
};

function valueOf(
  type: GraphQLNamedType,
  field: string,
  seed: string,
  args: Readonly<Record<string, unknown>>,
  schema: GraphQLSchema,
): unknown {
  const hash = hashOf(seed);
  if (isObjectType(type)) return factOf(type, seed, args);
  if (isAbstractType(type)) {
    const possible = schema.getPossibleTypes(type);
    return factOf(possible[hash % possible.length]!, seed, args);
  }
  if (isEnumType(type)) return type.getValues()[hash % type.getValues().length]!.value;
  return scalarOf(type.name, field, seed);
}

function scalarOf(type: string, field: string, seed: string): unknown {
  const hash = hashOf(seed);
  switch (type) {
    case 'Int':
      return hash % 1000;
    case 'Float':
      return (hash % 1000) / 8;
    case 'Boolean':
      return hash % 2 === 0;
    case 'Pence':
      return hash % 10_000_000;
    case 'ID':
      return `${field}-${hash.toString(36)}`;
    case 'Date':
    case 'PartialDate':
      return `2025-0${1 + (hash % 9)}-1${hash % 10}`;
    case 'FinancialYear':
      return '2025-26';
    case 'Quarter':
      return `2025-Q${1 + (hash % 4)}`;
    default:
      // Clauses are long, and some words need more than one byte, or an escape.
      return wordsOf(seed, field === 'text' ? 14 : 2 + (hash % 6)) + (hash % 7 === 0 ? ' "é"' : '');
  }
}

/** An object, with the key that it is known by elsewhere. */
function factOf(type: GraphQLObjectType, seed: string, args: Readonly<Record<string, unknown>>): Fact {
  const fields = type.getFields();
  const [, partnership] = /^(.+)Partnership$/.exec(type.name) ?? [];
  const hash = hashOf(seed);
  return {
    __typename: type.name,
    [SEED]: seed,
    ...(fields['id'] && { id: partnership ? kebab(partnership) : `${type.name.slice(0, 3)}${hash.toString(36)}` }),
    ...(fields['gssCode'] && { gssCode: `E09${String(1 + (hash % 33)).padStart(6, '0')}` }),
    ...(fields['financialYear'] && typeof args['financialYear'] === 'string' && args),
  };
}

const kebab = (name: string) => name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();

/** That of an entity is the same wherever it is met, as a gateway's representation of it too. */
function seedOf(fact: Fact | undefined): string {
  if (!fact) return 'root';
  const key = KEYS.find((name) => typeof fact[name] === 'string');
  return key === undefined ? (fact[SEED] as string) : `${fact.__typename} ${String(fact[key])}`;
}

const wordsOf = (seed: string, count: number) =>
  Array.from({ length: count }, (_, index) => WORDS[hashOf(`${seed} ${index}`) % WORDS.length]).join(' ');

/** FNV-1a, of 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 13)) >>> 0;
}
