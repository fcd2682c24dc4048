/** What it publishes, and how it is answered. */
import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLError } from 'graphql';
import { NAME } from './token.mjs';

const read = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');

/** What the hub composes. No root field is among it. */
const SDL = read('schema.graphql');

/** What federation asks by. */
const FEDERATION = `
type Query { _service: _Service! _entities(representations: [_Any!]!): [_Entity]! }
type _Service { sdl: String! }
union _Entity = {{prefix}}Partnership
scalar _Any
`;

// Of federation's directives only the gateway makes use, so they need not be defined here.
export const schema = buildSchema(SDL + FEDERATION, { assumeValidSDL: true });

// What it knows. Yours may come from a database.
const { termsOfReference, ...facts } = JSON.parse(read('facts.json'));

const partnership = {
  __typename: '{{prefix}}Partnership',
  id: NAME,
  ...facts,
  termsOfReference: ({ on }) => (isInForce(on ?? today()) ? document : null),
};

const document = {
  ...termsOfReference,
  bodies: facts.bodies,
  statutoryPartners: facts.statutoryPartners,
  clauses: ({ topic, topics }) =>
    termsOfReference.clauses.filter(
      (clause) =>
        (!topic || clause.topics.includes(topic)) && (!topics || topics.some((one) => clause.topics.includes(one))),
    ),
};

const today = () => new Date().toISOString().slice(0, 10);

/** Whether the document was worked to on a day. */
function isInForce(day) {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  if (!isDay) throw refusal('on must be a day, as 2026-03-31.', 'BAD_USER_INPUT');
  const { inForceFrom, replacedFrom } = termsOfReference;
  return (inForceFrom ?? day) <= day && (replacedFrom === null || day < replacedFrom);
}

/** One answer for each reference, in their order: the thing itself, or null for what is not known here. */
const entityOf = ({ __typename, id }) => (__typename === '{{prefix}}Partnership' && id === NAME ? partnership : null);

export const root = {
  _service: (_args, { isHub }) => {
    if (!isHub) throw refusal('The schema is for the hub alone.', 'UNAUTHORIZED_FIELD_OR_TYPE');
    return { sdl: SDL };
  },
  _entities: ({ representations }) => representations.map(entityOf),
};

/** An error that is for the caller. */
function refusal(message, code) {
  return new GraphQLError(message, { extensions: { code } });
}
