import type { Operation, Sending, Subject } from './subject';
import { Failed } from './check';
import type { Exchange } from './exchange';

/** What identifies a thing to federation. */
export type Reference = Readonly<Record<string, unknown>>;

/** An answer in the shape of GraphQL. */
export interface GraphQLAnswer {
  data?: Record<string, unknown> | null;
  errors?: { message: string }[];
}

/** The operation by which the hub asks for things by reference. */
export function entitiesOperation(references: readonly unknown[], selection = ''): Operation {
  return {
    query: `query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename ${selection} } }`,
    variables: { representations: references },
  };
}

/** The reference of the partnership that the subject is. */
export function itself({ schema, name }: Subject): Reference {
  return { __typename: schema.partnershipType, id: name };
}

/** Fields of the partnership itself. */
export function partnershipOperation(subject: Subject, fields: readonly string[]): Operation {
  return entitiesOperation([itself(subject)], `... on ${subject.schema.partnershipType} { ${fields.join(' ')} }`);
}

/** Asks for fields of the partnership itself. `answered` is null where it, or the whole request, was refused. */
export async function askPartnership(
  subject: Subject,
  fields: readonly string[],
  sending?: Sending,
): Promise<{ exchange: Exchange; answered: Record<string, unknown> | null; errors: { message: string }[] }> {
  const exchange = await subject.ask(partnershipOperation(subject, fields), sending);
  const { data, errors = [] } = graphqlAnswer(exchange);
  return { exchange, answered: entitiesIn(data)?.[0] ?? null, errors };
}

/** The things in the answer to {@link entitiesOperation}; null where there is no list. */
export function entitiesIn(data: GraphQLAnswer['data']): (Record<string, unknown> | null)[] | null {
  const entities = data?.['_entities'];
  return Array.isArray(entities) ? (entities as (Record<string, unknown> | null)[]) : null;
}

/**
 * An answer as GraphQL.
 *
 * @throws {@link Failed} where it is none.
 */
export function graphqlAnswer(exchange: Exchange): GraphQLAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(exchange.text);
  } catch {
    throw new Failed('The answer is no JSON.', exchange);
  }
  const isAnswer = typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
  if (!isAnswer) throw new Failed('The answer has neither data nor errors.', exchange);
  return answer as GraphQLAnswer;
}
