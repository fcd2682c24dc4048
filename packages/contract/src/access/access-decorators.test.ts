import 'reflect-metadata';
import { print, type GraphQLObjectType } from 'graphql';
import { buildSchemaSync, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { connectionOf } from '../paging/connection';
import { Authenticated } from './authenticated';
import { Public } from './public';
import { RequiresScopes } from './requires-scopes';

@ObjectType()
@RequiresScopes('budget:read')
class Charge {
  @Field(() => Int)
  pence!: number;
}

const ChargeConnection = connectionOf('Charge', Charge);

@Resolver()
class Questions {
  @Query(() => ChargeConnection, { nullable: true })
  @RequiresScopes('networks:read', ['decisions:read', 'lambeth:write'])
  charges(): null {
    return null;
  }

  @Query(() => Int)
  @Public()
  meetings(): number {
    return 0;
  }

  @Query(() => Int, { nullable: true })
  @Authenticated()
  mine(): null {
    return null;
  }
}

const schema = buildSchemaSync({ resolvers: [Questions] });
const decisions = (node: GraphQLObjectType['astNode'] | undefined) => node?.directives?.map(print);
const ofType = (name: string) => decisions((schema.getType(name) as GraphQLObjectType).astNode);
const ofQuery = (name: string) => decisions(schema.getQueryType()!.getFields()[name]!.astNode as never);

describe('who may see what', () => {
  it('is written beside a field or a type, as federation reads it', () => {
    expect(ofQuery('meetings')).toEqual(['@tag(name: "public")']);
    expect(ofQuery('mine')).toEqual(['@authenticated']);
    expect(ofType('Charge')).toEqual(['@requiresScopes(scopes: [["budget:read"]])']);
  });

  it('may be one of several scopes, or several together', () => {
    expect(ofQuery('charges')).toEqual([
      '@requiresScopes(scopes: [["networks:read"], ["decisions:read", "lambeth:write"]])',
    ]);
  });

  it('is for a page what it is for the items on it', () => {
    for (const name of ['ChargeConnection', 'ChargeEdge']) {
      expect(ofType(name)).toEqual(
        expect.arrayContaining(['@shareable', '@requiresScopes(scopes: [["budget:read"]])']),
      );
    }
  });
});
