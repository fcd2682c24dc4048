import { buildSchema } from 'graphql';
import { composeSupergraph } from './compose-supergraph';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { partnership: LambethPartnership }
  interface HoldsMeetings {
    "Its meetings, the latest first."
    meetings("How many." first: Int!, "Of which body." body: ID): [String!]
    "How many it held."
    held: Int
  }
  type LambethPartnership implements HoldsMeetings @key(fields: "id") {
    "Global id."
    id: ID!
    "Its meetings, the latest first."
    meetings("How many." first: Int!, "Of the Executive." body: ID): [String!]
    "How many Lambeth held."
    held: Int
  }`;

const { apiSchema, supergraphSdl } = composeSupergraph([{ name: 'london-scp', url: 'http://london-scp', sdl: SDL }]);

function sayings(schema: ReturnType<typeof apiSchema>, type: string) {
  const { meetings, ...rest } = (schema.getType(type) as { getFields(): Fields } & object).getFields();
  return {
    meetings: [meetings!.description, ...meetings!.args.map(({ description }) => description)],
    ...Object.fromEntries(Object.entries(rest).map(([name, { description }]) => [name, description])),
  };
}

type Fields = Record<string, { description?: string | null; args: readonly { description?: string | null }[] }>;

describe('leaveOutInheritedDescriptions', () => {
  it.each([
    ['clients see', () => apiSchema()],
    ['a gateway loads', () => buildSchema(supergraphSdl, { assumeValidSDL: true })],
  ])('leaves out of what %s what an interface says in the same words, and nothing else', (_who, schemaOf) => {
    const schema = schemaOf();
    expect(sayings(schema, 'LambethPartnership')).toEqual({
      id: 'Global id.',
      meetings: [undefined, undefined, 'Of the Executive.'],
      held: 'How many Lambeth held.',
    });
    expect(sayings(schema, 'HoldsMeetings')).toEqual({
      meetings: ['Its meetings, the latest first.', 'How many.', 'Of which body.'],
      held: 'How many it held.',
    });
  });
});
