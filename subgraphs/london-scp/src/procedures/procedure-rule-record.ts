import { DateScalar, isAnswerCode, ProcedureRuleCode, ProcedureRuleStart, ProcedureRuleUnit } from '@hub/contract';
import { check, defineRecord, notBlank, problem, type Check } from '@hub/subgraph-kit';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ProcedureEditionRecord } from './procedure-edition-record';
import { LONGEST_LIMITS } from './longest-limits';
import { procedureNamed } from './procedure-named';
import { ProcedureRecord } from './procedure-record';
import { ProcedureRule } from './procedure-rule';
import { lockProcedure, notAfterLatest } from './successive-checks';

/** A rule as stored. `validTo` is the end that its source states; its successor may end it earlier. */
export class ProcedureRuleRecord extends ProcedureRule {
  editionId!: string | null;
  isReference!: boolean;
}

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

  @Field(() => Int, {
    description: 'The limit, in its unit: from 1 to 168 hours, 184 calendar days, 6 months or 130 working days.',
  })
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

const idOf = ({ procedureId, code, validFrom }: RecordProcedureRuleInput) =>
  `${procedureId}:${code.toLowerCase().replaceAll('_', '-')}:${validFrom}`;

/** A rule outlives the demonstration, so it cannot hang on an edition of it. */
const hangsOnEdition: Check<RecordProcedureRuleInput> = {
  codes: ['EDITION_UNKNOWN', 'EDITION_SYNTHETIC'],
  async problems({ procedureId, editionId }, manager) {
    if (typeof editionId !== 'string') return [];
    const edition = await manager.findOneBy(ProcedureEditionRecord, { id: editionId, procedureId });
    return [
      edition === null &&
        problem(
          'editionId',
          'EDITION_UNKNOWN',
          `"${procedureId}" has no edition "${editionId}". Give an id of its \`editions { id }\`, or publish it first.`,
        ),
      edition?.isSynthetic === true &&
        problem(
          'editionId',
          'EDITION_SYNTHETIC',
          `The edition ${editionId} is demonstration data and goes out with it. Name an edition that is not synthetic.`,
        ),
    ];
  },
};

/** Rules, once a procedure, code and day. The rule of the same code before ends on the day before. */
export const procedureRule = defineRecord({
  row: ProcedureRuleRecord,
  table: 'procedure_rule',
  stored: { editionId: { type: 'text', nullable: true }, isReference: 'boolean' },
  order: { code: 'ASC', id: 'ASC' },
  mutation: 'recordProcedureRule',
  description: 'Records a rule, which ends the one of its code before. Once a procedure, code and day.',
  input: RecordProcedureRuleInput,
  about: 'The rule.',
  answers: { as: 'rule', type: ProcedureRule, what: 'The rule', result: 'recording a rule' },
  scope: 'procedures:write',
  names: { procedureId: procedureNamed },
  by: ['procedureId', 'code', 'validFrom'],
  key: (input) => ({ id: idOf(input) }),
  content: ({ editionId, note, ...content }) => ({ ...content, editionId: editionId ?? null, note: note ?? null }),
  derived: () => ({ validTo: null, isReference: false }),
  named: (input) => `The rule ${idOf(input)}`,
  checks: [
    check<RecordProcedureRuleInput>('AMOUNT_TOO_SMALL', 'amount', ({ amount }) => {
      return amount < 1 && `amount must be at least 1, not ${amount}.`;
    }),
    check<RecordProcedureRuleInput>('AMOUNT_TOO_LARGE', 'amount', ({ amount, unit }) => {
      const most = LONGEST_LIMITS[unit];
      return amount > most && `amount may be up to ${most} in ${unit}, not ${amount}. Compare it and unit with source.`;
    }),
    check<RecordProcedureRuleInput>('START_WRONG', 'startsAt', ({ code, startsAt }) => {
      const { ASKED } = ProcedureRuleStart;
      if (isAnswerCode(code) === (startsAt === ASKED)) return false;
      return isAnswerCode(code)
        ? `An answer is timed from when it is asked for. Give startsAt as ${ASKED}.`
        : `${ASKED} is of answers alone. Give what starts ${code}.`;
    }),
    notBlank('statedBy', 'source'),
  ],
  ahead: ['validFrom'],
  requires: [
    lockProcedure,
    hangsOnEdition,
    notAfterLatest<RecordProcedureRuleInput>('validFrom', async ({ procedureId, code }, manager) => {
      const rules = await manager.findBy(ProcedureRuleRecord, { procedureId, code });
      return rules.map(({ id, validFrom: from }) => ({ name: `rule ${id}`, from }));
    }),
  ],
  restsOn: [
    { on: ProcedureRecord, where: ({ id }: ProcedureRecord) => ({ procedureId: id }) },
    { on: ProcedureEditionRecord, where: ({ id }: ProcedureEditionRecord) => ({ editionId: id }) },
  ],
  demonstration: 'refuses',
});
