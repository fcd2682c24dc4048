import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { SubgraphContext } from '../src/subgraph-context';
import type { SubgraphDefinition } from '../src/subgraph-definition';
import { Movement } from './casework-types';

/** Which fields were begun, for tests to see that others were not. */
export const begun: string[] = [];

/** Who holds one of these advisory locks keeps a step from its end, for as long as a test likes. */
export const LOCKS = { reading: 40, inserting: 41, committing: 42 };

/** Something that leads to the next of its kind. */
@ObjectType({ description: 'A step.' })
@Directive('@tag(name: "public")')
export class Step {
  @Field(() => ID)
  id!: string;

  @Field(() => Step, { nullable: true })
  next?: Step;

  @Field(() => [Step], { nullable: true })
  many?: Step[];
}

/** Ways to take long. */
@Resolver(() => Step)
export class SlowResolver {
  @Query(() => [Step])
  @Directive('@tag(name: "public")')
  steps(@Arg('count', () => Int) count: number) {
    return Array.from({ length: count }, (_, index) => step(String(index)));
  }

  /** As long as somebody else holds the lock. */
  @FieldResolver(() => Step, { nullable: true })
  async next(@Root() { id }: Step, @Ctx() { dataSource }: SubgraphContext) {
    begun.push(`next of ${id}`);
    await dataSource.transaction((manager) =>
      manager.query('SELECT pg_advisory_xact_lock_shared($1)', [LOCKS.reading]),
    );
    await dataSource.query('SELECT 1');
    return step(`${id}.`);
  }

  /** By computing alone, without a pause. */
  @FieldResolver(() => [Step], { nullable: true })
  many(@Root() { id }: Step) {
    begun.push(`many of ${id}`);
    const until = performance.now() + 5;
    while (performance.now() < until);
    return Array.from({ length: 10 }, (_, index) => step(`${id}.${index}`));
  }

  @Mutation(() => Movement, { nullable: true })
  @Directive('@requiresScopes(scopes: [["movements:write"]])')
  async closeMovement(@Arg('id', () => ID) id: string, @Ctx() { dataSource }: SubgraphContext) {
    begun.push(`closing of ${id}`);
    await dataSource.transaction((manager) => manager.query('INSERT INTO closed VALUES ($1)', [id]));
    return Object.assign(new Movement(), { id, category: `category of ${id}`, childPseudonym: `p1:1:child-of-${id}` });
  }
}

function step(id: string): Step {
  return Object.assign(new Step(), { id });
}

class CreateClosed1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner) {
    // Longer than the tests let a statement take.
    await queryRunner.query('SELECT pg_sleep(0.5)');
    await queryRunner.query(`
      CREATE TABLE closed (id text PRIMARY KEY);
      CREATE FUNCTION wait_for() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_advisory_xact_lock(TG_ARGV[0]::bigint); RETURN NEW; END $$;
      CREATE TRIGGER inserting BEFORE INSERT ON closed FOR EACH ROW EXECUTE FUNCTION wait_for(${LOCKS.inserting});
      CREATE CONSTRAINT TRIGGER committing AFTER INSERT ON closed DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION wait_for(${LOCKS.committing});
    `);
  }

  async down(queryRunner: QueryRunner) {
    await queryRunner.query('DROP TABLE closed; DROP FUNCTION wait_for');
  }
}

/** A subgraph whose every step can be held up. */
export const slow = {
  name: 'slow',
  resolvers: [SlowResolver],
  types: [Step, Movement],
  references: [],
  database: { entities: [], migrations: [CreateClosed1700000000000] },
} satisfies SubgraphDefinition;
