import {
  Authenticated,
  DateScalar,
  ListSize,
  ProcedureRuleCode,
  ProcedureRuleStart,
  ProcedureRuleUnit,
  RequiresScopes,
  UserError,
} from '@hub/contract';
import { type SubgraphContext, mutate } from '@hub/subgraph-kit';
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { ProcedureEditionRecord, ProcedureRuleRecord } from '../procedure-records';
import { ProcedureRule } from '../procedure-rule';
import { beginning, inOrder } from '../validity';
import { lockProcedure, refused, requireSame, requireTexts } from './checks';

/** A limit that holds from a day. */
@InputType({ description: 'A limit that a procedure or a statute sets, from a day.' })
export class RecordProcedureRuleInput {
  @Field(() => ID, { description: 'Id of the procedure within which the hub uses it.' })
  procedureId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the edition that it hangs on; none where no edition sets it.',
  })
  editionId?: string | null;

  @Field(() => ProcedureRuleCode, { description: 'What it limits.' })
  code!: ProcedureRuleCode;

  @Field(() => Int, { description: 'The limit, in its unit: at least 1.' })
  amount!: number;

  @Field(() => ProcedureRuleUnit, { description: 'The clock that it counts on.' })
  unit!: ProcedureRuleUnit;

  @Field(() => ProcedureRuleStart, { description: 'What starts the clock.' })
  startsAt!: ProcedureRuleStart;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the day on which the clock starts is day 1.' })
  countsStartDay!: boolean;

  @Field(() => DateScalar, { description: 'From which day it holds: after the latest rule of its code began.' })
  validFrom!: string;

  @Field(() => String, { description: 'Who states it.' })
  statedBy!: string;

  @Field(() => String, { description: 'Web address or clause it was read from.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'What to know before relying on it.' })
  note?: string | null;
}

@ObjectType({ description: 'Result of recording a rule.' })
@Authenticated()
export class RecordProcedureRulePayload {
  @Field(() => ProcedureRule, { nullable: true, description: 'The rule; null where it was refused.' })
  rule!: ProcedureRule | null;

  @Field(() => [UserError], { description: 'Why nothing was recorded; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}

/** `recordProcedureRule`. The rule of the same code before it ends on the day before. Once a code and day. */
@Resolver()
export class RecordProcedureRuleMutation {
  @Mutation(() => RecordProcedureRulePayload, {
    nullable: true,
    description: 'Records a rule, which ends the one of its code before. Once a procedure, code and day.',
  })
  @RequiresScopes('procedures:write')
  async recordProcedureRule(
    @Arg('input', () => RecordProcedureRuleInput, { description: 'The rule.' }) input: RecordProcedureRuleInput,
    @Ctx() context: SubgraphContext,
  ): Promise<RecordProcedureRulePayload> {
    const { result, userErrors } = await mutate(context, async (manager) => {
      const content = { ...input, editionId: input.editionId ?? null, note: input.note ?? null, validTo: null };
      const id = `${input.procedureId}:${input.code.toLowerCase().replaceAll('_', '-')}:${input.validFrom}`;
      checkShape(input);
      await lockProcedure(manager, input.procedureId);
      const before = await manager.findOneBy(ProcedureRuleRecord, { id });
      if (before) {
        requireSame('validFrom', id, before, content);
        return before;
      }
      await requireEdition(manager, content);
      await requireLatest(manager, input);
      await manager.insert(ProcedureRuleRecord, { id, ...content, isReference: false });
      return manager.findOneByOrFail(ProcedureRuleRecord, { id });
    });
    return { rule: result, userErrors };
  }
}

function checkShape({ amount, statedBy, source }: RecordProcedureRuleInput): void {
  if (amount < 1) throw refused('amount', 'AMOUNT_TOO_SMALL', `amount must be at least 1, not ${amount}.`);
  requireTexts({ statedBy, source });
}

/** A rule outlives the demonstration, so it cannot hang on an edition of it. */
async function requireEdition(
  manager: EntityManager,
  { procedureId, editionId }: { procedureId: string; editionId: string | null },
): Promise<void> {
  if (editionId === null) return;
  const edition = await manager.findOneBy(ProcedureEditionRecord, { id: editionId, procedureId });
  if (!edition) {
    throw refused(
      'editionId',
      'EDITION_UNKNOWN',
      `"${procedureId}" has no edition "${editionId}". Give an id of its \`editions { id }\`, or publish it first.`,
    );
  }
  if (edition.isSynthetic) {
    throw refused(
      'editionId',
      'EDITION_SYNTHETIC',
      `The edition ${editionId} is demonstration data and goes out with it. Name an edition that is not synthetic.`,
    );
  }
}

async function requireLatest(manager: EntityManager, { procedureId, code, validFrom }: RecordProcedureRuleInput) {
  const rules = await manager.findBy(ProcedureRuleRecord, { procedureId, code });
  const latest = inOrder(rules.map(({ id, validFrom: from }) => ({ id, from }))).at(-1);
  if (!latest || beginning(latest) < validFrom) return;
  throw refused(
    'validFrom',
    'NOT_AFTER_LATEST',
    `The rule ${latest.id} holds from ${latest.from}. Record one that begins later.`,
  );
}
