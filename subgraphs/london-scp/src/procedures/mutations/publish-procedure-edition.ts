import { Authenticated, DateScalar, ListSize, ProcedureEdition, RequiresScopes, UserError } from '@hub/contract';
import { type SubgraphContext, mutate } from '@hub/subgraph-kit';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { EditionChange, EditionChapter } from '../edition-content';
import { ProcedureEditionRecord } from '../procedure-records';
import { beginning, inOrder } from '../validity';
import { lockProcedure, refused, requireSame } from './checks';

/** An edition that the London SCP publishes. */
@InputType({ description: 'A new edition of a procedure.' })
export class PublishProcedureEditionInput {
  @Field(() => ID, { description: 'Id of the procedure, as `london-procedures`.' })
  procedureId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the edition: the procedure's, a colon and more. `london-procedures:2026-03` by default.",
  })
  editionId?: string | null;

  @Field(() => DateScalar, { description: 'The day it comes into force: after the latest edition did.' })
  inForceFrom!: string;

  @Field(() => [EditionChapter], { description: 'Its chapters, each number once.' })
  chapters!: EditionChapter[];

  @Field(() => [EditionChange], { description: 'What changed from the edition before, by chapter.' })
  changes!: EditionChange[];
}

@ObjectType({ description: 'Result of publishing an edition.' })
@Authenticated()
export class PublishProcedureEditionPayload {
  @Field(() => ProcedureEdition, { nullable: true, description: 'The edition; null where it was refused.' })
  edition!: ProcedureEdition | null;

  @Field(() => [UserError], { description: 'Why nothing was published; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}

/**
 * `publishProcedureEdition`. The edition before ends on the day before, in the same moment: ends are read from what
 * follows. The same content under the same id changes nothing.
 */
@Resolver()
export class PublishProcedureEditionMutation {
  @Mutation(() => PublishProcedureEditionPayload, {
    nullable: true,
    description: 'Publishes an edition of a procedure, which ends the one before. Once an edition id.',
  })
  @RequiresScopes('procedures:write')
  async publishProcedureEdition(
    @Arg('input', () => PublishProcedureEditionInput, { description: 'The edition.' })
    input: PublishProcedureEditionInput,
    @Ctx() context: SubgraphContext,
  ): Promise<PublishProcedureEditionPayload> {
    const { result, userErrors } = await mutate(context, async (manager) => {
      const { procedureId, inForceFrom } = input;
      const id = input.editionId ?? `${procedureId}:${inForceFrom.slice(0, 7)}`;
      const content = {
        procedureId,
        inForceFrom,
        chapters: input.chapters.map((chapter) => ({ ...chapter })),
        changes: input.changes.map((change) => ({ ...change })),
        isSynthetic: false,
      };
      checkShape(id, input);
      await lockProcedure(manager, procedureId);
      const before = await manager.findOneBy(ProcedureEditionRecord, { id });
      if (before) {
        requireSame('editionId', id, before, content);
        return before;
      }
      await requireLatest(manager, input);
      await manager.insert(ProcedureEditionRecord, { id, ...content, source: null, isReference: false });
      return manager.findOneByOrFail(ProcedureEditionRecord, { id });
    });
    return { edition: result, userErrors };
  }
}

function checkShape(id: string, { procedureId, chapters, changes }: PublishProcedureEditionInput): void {
  if (!id.startsWith(`${procedureId}:`) || !/^[a-z0-9-]+:[a-z0-9-]+$/.test(id)) {
    throw refused(
      'editionId',
      'ID_INVALID',
      `"${id}" is not an id of an edition of "${procedureId}". Use ${procedureId}: and lower case letters, digits and hyphens.`,
    );
  }
  const numbers = chapters.map(({ number }) => number);
  const empty = [...chapters.flatMap(Object.values), ...changes.flatMap(Object.values)].some(
    (text) => String(text).trim() === '',
  );
  if (empty)
    throw refused('chapters', 'TEXT_BLANK', 'A chapter or a change has an empty text. Fill it or leave it out.');
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) {
    throw refused('chapters', 'CHAPTER_TWICE', `Chapter ${twice} stands twice. Give each number once.`);
  }
  const unknown = changes.find(({ chapter }) => !numbers.includes(chapter));
  if (unknown) {
    throw refused(
      'changes',
      'CHAPTER_UNKNOWN',
      `The change to ${unknown.chapter} names no chapter of the edition. Add the chapter or correct the number.`,
    );
  }
}

async function requireLatest(manager: EntityManager, { procedureId, inForceFrom }: PublishProcedureEditionInput) {
  const editions = await manager.findBy(ProcedureEditionRecord, { procedureId });
  const latest = inOrder(editions.map(({ id, inForceFrom: from }) => ({ id, from }))).at(-1);
  if (!latest || beginning(latest) < inForceFrom) return;
  throw refused(
    'inForceFrom',
    'NOT_AFTER_LATEST',
    `The edition ${latest.id} is in force from ${latest.from}. Publish one that comes into force later.`,
  );
}
