import { ClauseRecord } from '@hub/partnership';
import { Authenticated, ListSize, RequiresScopes, UserError } from '@hub/contract';
import { type SubgraphContext, mutate } from '@hub/subgraph-kit';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { In, type EntityManager } from 'typeorm';
import { Procedure } from '../procedure';
import { ProcedureKind } from '../procedure-kind';
import { ProcedureRecord } from '../procedure-records';
import { refused, requireSame, requireTexts } from './checks';

/** A protocol that the London SCP takes on. */
@InputType({ description: 'A protocol that the London SCP manages or endorses for local partnerships.' })
export class AddProcedureInput {
  @Field(() => ID, { description: 'Its id from now on: lower case words joined by hyphens. Once an id.' })
  id!: string;

  @Field(() => String, { description: 'Its title; no two have the same.' })
  title!: string;

  @Field(() => ProcedureKind, { description: 'Kind of protocol.' })
  kind!: ProcedureKind;

  @Field(() => String, { description: 'What it is.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'Web address at which it is published.' })
  publishedAt?: string | null;

  @Field(() => [ID], { description: "Clauses of the London SCP's terms of reference that it rests on, as `LON-07`." })
  sources!: string[];
}

@ObjectType({ description: 'Result of adding a protocol.' })
@Authenticated()
export class AddProcedurePayload {
  @Field(() => Procedure, { nullable: true, description: 'The protocol; null where it was refused.' })
  procedure!: Procedure | null;

  @Field(() => [UserError], { description: 'Why nothing was added; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}

/** `addProcedure`. The same content under the same id changes nothing. */
@Resolver()
export class AddProcedureMutation {
  @Mutation(() => AddProcedurePayload, {
    nullable: true,
    description: 'Adds a protocol that the London SCP manages. Once an id.',
  })
  @RequiresScopes('procedures:write')
  async addProcedure(
    @Arg('input', () => AddProcedureInput, { description: 'The protocol.' }) input: AddProcedureInput,
    @Ctx() context: SubgraphContext,
  ): Promise<AddProcedurePayload> {
    const { result, userErrors } = await mutate(context, async (manager) => {
      const content = { ...input, publishedAt: input.publishedAt ?? null };
      await check(manager, content);
      await manager
        .createQueryBuilder()
        .insert()
        .into(ProcedureRecord)
        .values({ ...content, isReference: false })
        .orIgnore()
        .execute();
      const stored = await manager.findOneBy(ProcedureRecord, { id: input.id });
      // Neither inserted nor there by this id: another has the title.
      if (!stored) throw titleTaken(input.title);
      requireSame('id', input.id, stored, content);
      return stored;
    });
    return { procedure: result, userErrors };
  }
}

async function check(manager: EntityManager, input: AddProcedureInput & { publishedAt: string | null }): Promise<void> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(input.id)) {
    throw refused('id', 'ID_INVALID', `"${input.id}" is not an id. Use lower case words and digits joined by hyphens.`);
  }
  requireTexts({ title: input.title, description: input.description });
  if (input.publishedAt !== null && !/^https?:\/\/\S+$/.test(input.publishedAt)) {
    throw refused(
      'publishedAt',
      'ADDRESS_INVALID',
      `"${input.publishedAt}" is not a web address. Begin with https://.`,
    );
  }
  const known = await manager.findBy(ClauseRecord, { id: In(input.sources) });
  const unknown = input.sources.filter((source) => !known.some(({ id }) => id === source));
  if (input.sources.length === 0 || unknown.length > 0) {
    const what = unknown.length > 0 ? `There is no clause ${unknown.join(', ')}.` : 'sources is empty.';
    throw refused(
      'sources',
      'CLAUSE_UNKNOWN',
      `${what} Give ids of \`londonScp { termsOfReference { clauses { id } } }\`.`,
    );
  }
}

function titleTaken(title: string) {
  return refused('title', 'TITLE_TAKEN', `Another procedure is called "${title}". Give it a title of its own.`);
}
