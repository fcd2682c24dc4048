import { buildSchema, type GraphQLField } from 'graphql';
import { describedFields } from './described-fields';

const schema = buildSchema(`
  type Query { partnership: Partnership }
  "Whoever meets."
  interface Meets {
    "Its meetings."
    meetings("How many." first: Int, "Whose." body: ID): [String!]
  }
  type Partnership implements Meets {
    meetings(first: Int, "Of which body." body: ID): [String!]
    "What it is called."
    name: String
    bare: Int
  }
`);

const sayings = (fields: readonly GraphQLField<unknown, unknown>[]) =>
  fields.map(({ name, description, args }) => [name, description, args.map((argument) => argument.description)]);

describe('what is said of fields', () => {
  it('is said by an interface where the type itself says nothing', () => {
    expect(sayings(describedFields(schema.getType('Partnership')!))).toEqual([
      ['meetings', 'Its meetings.', ['How many.', 'Of which body.']],
      ['name', 'What it is called.', []],
      ['bare', undefined, []],
    ]);
  });

  it('is nothing of what has none', () => {
    expect(describedFields(schema.getType('Int')!)).toEqual([]);
  });
});
