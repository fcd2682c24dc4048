import { Arg, Ctx, Directive, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../src/subgraph-context';
import type { SubgraphDefinition } from '../src/subgraph-definition';
import { ChildFile, Item, LambethChildFile, Movement, Office } from './casework-types';

/** Everything that was looked up or done, for tests to see that nothing was. */
export const traces: string[] = [];

const movements = new Map(
  ['m1', 'm2'].map((id) => [
    id,
    Object.assign(new Movement(), { id, category: `category of ${id}`, childPseudonym: `p1:1:child-of-${id}` }),
  ]),
);
const office = Object.assign(new Office(), { id: 'o1', budget: '10 pounds', exactBudget: '10.01 pounds' });
const file = Object.assign(new LambethChildFile(), { id: 'f1', approval: 'given', childPseudonym: 'p1:1:child-of-f1' });

function look<T>(id: unknown, among: ReadonlyMap<string, T>): T | null {
  traces.push(`looked for ${String(id)}`);
  return among.get(String(id)) ?? null;
}

/** Roads to what is guarded. */
@Resolver()
export class CaseworkResolver {
  @Query(() => String)
  @Directive('@tag(name: "public")')
  motto() {
    return 'care';
  }

  @Query(() => Movement, { nullable: true })
  movement(@Arg('id', () => ID) id: string) {
    return look(id, movements);
  }

  @Query(() => [Movement], { nullable: true })
  movements() {
    return [...movements.values()];
  }

  @Query(() => Item, { nullable: true })
  item(@Arg('id', () => ID) id: string) {
    return look<Movement | Office>(id, new Map<string, Movement | Office>([...movements, ['o1', office]]));
  }

  @Query(() => ChildFile, { nullable: true })
  childFile(@Arg('id', () => ID) id: string) {
    return look(id, new Map([['f1', file]]));
  }

  @Query(() => String, { nullable: true })
  @Directive('@authenticated')
  whoAmI(@Ctx() { requestIdentity }: SubgraphContext) {
    return requestIdentity.caller?.person;
  }

  @Mutation(() => Movement, { nullable: true })
  @Directive('@requiresScopes(scopes: [["movements:write"]])')
  closeMovement(@Arg('id', () => ID) id: string) {
    traces.push(`closed ${id}`);
    return movements.get(id);
  }
}

/** What its own people and system ask, and nobody else. */
@Resolver()
export class OwnApiResolver {
  @Mutation(() => String, { nullable: true })
  @Directive('@requiresScopes(scopes: [["movements:write"]])')
  fileNote(@Arg('text', () => String) text: string, @Ctx() { requestIdentity }: SubgraphContext) {
    traces.push(`filed ${text}`);
    return `${requestIdentity.caller?.person}: ${text}`;
  }
}

/** A subgraph with data of children, and data of other kinds. */
export const casework = {
  name: 'casework',
  resolvers: [CaseworkResolver],
  ownApi: [OwnApiResolver],
  types: [Movement, Office, ChildFile, LambethChildFile],
  references: [
    { typeName: 'Movement', resolve: ({ id }) => look(id, movements) },
    { typeName: 'Office', resolve: ({ id }) => look(id, new Map([['o1', office]])) },
    { typeName: 'ChildFile', resolve: ({ id }) => look(id, new Map([['f1', file]])) },
    { typeName: 'LambethChildFile', resolve: ({ id }) => look(id, new Map([['f1', file]])) },
  ],
  database: { entities: [], migrations: [] },
} satisfies SubgraphDefinition;
