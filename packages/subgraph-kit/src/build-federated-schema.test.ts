import { type GraphQLSchema, graphql } from 'graphql';
import { requestIdentityOf } from '../../../test/support/request-identities';
import type { EntityReference, SubgraphContext } from './index';
import { buildFederatedSchema } from './build-federated-schema';
import { Deadline } from './deadline/deadline';
import { batches, borough, london } from '../testing/toy-subgraph';

const context = () =>
  ({ requestIdentity: requestIdentityOf('analyst'), deadline: new Deadline(Infinity) }) as SubgraphContext;

async function run(schema: GraphQLSchema, source: string, variableValues = {}) {
  const { data, errors } = await graphql({ schema, source, variableValues, contextValue: context() });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

describe('the SDL', () => {
  let sdl: string;
  beforeAll(async () => {
    ({ sdl } = await buildFederatedSchema(borough));
  });

  test('links federation and imports only the directives in use', () => {
    expect(sdl).toContain(
      'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", ' +
        'import: ["@authenticated", "@inaccessible", "@key", "@shareable", "@tag"])',
    );
  });

  test('has no Query when there are no root fields', () => {
    expect(sdl).not.toMatch(/type Query|schema \{/);
  });

  test('keeps descriptions and deprecations', () => {
    expect(sdl).toContain('"""The HaveringPartnership."""\ntype HaveringPartnership');
    expect(sdl).toContain('"""Readable and global."""\n  id: ID!');
    expect(sdl).toContain('"""The sector."""');
    expect(sdl).toContain('"""Health."""\n  HEALTH');
    expect(sdl).toContain('@deprecated(reason: "Too loud. Removed after 2027-01-01.")');
  });

  test('carries directives of types, interfaces, interface fields, arguments and enum values', () => {
    expect(sdl).toContain('type HaveringPartnership implements LocalPartnership @key(fields: "id")');
    expect(sdl).toContain('interface LocalPartnership @tag(name: "public")');
    expect(sdl).toContain('type Body @shareable');
    expect(sdl).toContain('sector: Sector = POLICE @tag(name: "public")');
    expect(sdl).toContain('PROBATION @inaccessible');
  });

  test('has on objects what composition refuses on interface fields', () => {
    const fieldOf = (type: string) => new RegExp(`${type}[^}]*?bodies: (.*)`).exec(sdl)?.[1];
    expect(fieldOf('interface LocalPartnership')).toBe('[Body!] @tag(name: "internal")');
    expect(fieldOf('type HaveringPartnership')).toBe('[Body!] @authenticated @tag(name: "internal")');
  });

  test('is what _service answers', async () => {
    const { schema } = await buildFederatedSchema(borough);
    expect(await run(schema, '{ _service { sdl } }')).toEqual({ _service: { sdl } });
  });
});

describe('the schema', () => {
  test('resolves entities of concrete types with the resolvers of their interface', async () => {
    const { schema } = await buildFederatedSchema(borough);
    const query = `query ($of: [_Any!]!) {
      _entities(representations: $of) {
        __typename
        ... on LocalPartnership { id bodies { id sector motto } bodiesOf { id } health: bodiesOf(sector: HEALTH) { id } }
      }
    }`;
    const of = [
      { __typename: 'HaveringPartnership', id: 'havering' },
      { __typename: 'LambethPartnership', id: 'lambeth' },
      { __typename: 'LambethPartnership', id: 'unknown' },
    ];
    batches.length = 0;
    const { _entities: entities } = await run(schema, query, { of });
    expect(entities).toEqual([
      {
        __typename: 'HaveringPartnership',
        id: 'havering',
        bodies: [
          { id: 'havering:1', sector: 'HEALTH', motto: 'CARE!' },
          { id: 'havering:2', sector: 'POLICE', motto: 'KEEP!' },
        ],
        bodiesOf: [{ id: 'havering:2' }],
        health: [{ id: 'havering:1' }],
      },
      expect.objectContaining({ __typename: 'LambethPartnership', bodiesOf: [{ id: 'lambeth:2' }] }),
      null,
    ]);
    expect(batches).toEqual([['havering', 'lambeth']]);
  });

  test('tells the type of an interface value by its class or its __typename', async () => {
    const { schema } = await buildFederatedSchema(london);
    expect(await run(schema, '{ partnerships { __typename id bodiesOf(sector: HEALTH) { id } } }')).toEqual({
      partnerships: [
        { __typename: 'HaveringPartnership', id: 'havering', bodiesOf: [{ id: 'havering:1' }] },
        { __typename: 'LambethPartnership', id: 'lambeth', bodiesOf: [{ id: 'lambeth:1' }] },
      ],
    });
  });

  test('refuses a reference to a type that it does not have', async () => {
    const references: EntityReference[] = [{ typeName: 'Nowhere', resolve: () => null }];
    await expect(buildFederatedSchema({ ...borough, references })).rejects.toThrow(
      "The borough subgraph has a reference for Nowhere but no such type. Add the type's class to `types`, or remove the reference.",
    );
  });
});
