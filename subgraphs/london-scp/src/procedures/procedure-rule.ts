import {
  PartialDate,
  ProcedureEdition,
  ProcedureRuleCode,
  ProcedureRuleStart,
  ProcedureRuleUnit,
  Public,
} from '@hub/contract';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/**
 * A limit that other parts of the hub use, with dates and a source: limits other than those of the founding documents
 * are versioned rules and not constants.
 */
@ObjectType({ description: 'A limit that a procedure or a statute sets, with dates and a source.' })
@Public()
export class ProcedureRule {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => ID, { description: 'Id of the procedure within which the hub uses it.' })
  procedureId!: string;

  @Field(() => ProcedureEdition, {
    nullable: true,
    description: 'The edition that it hangs on; null where it comes from statute or guidance and from no edition.',
  })
  edition!: ProcedureEdition | null;

  @Field(() => ProcedureRuleCode, { description: 'What it limits.' })
  code!: ProcedureRuleCode;

  @Field(() => Int, { description: 'The limit, in its unit.' })
  amount!: number;

  @Field(() => ProcedureRuleUnit, { description: 'The clock that it counts on.' })
  unit!: ProcedureRuleUnit;

  @Field(() => ProcedureRuleStart, { description: 'What starts the clock.' })
  startsAt!: ProcedureRuleStart;

  @Field(() => Boolean, {
    description: 'True where the day on which the clock starts is day 1; false where it is day 0.',
  })
  countsStartDay!: boolean;

  @Field(() => PartialDate, {
    nullable: true,
    description: 'From when it holds, as precisely as known; null where no beginning was read.',
  })
  validFrom!: string | null;

  @Field(() => PartialDate, {
    nullable: true,
    description: 'Until when it holds: as its source says, or until the next rule of its code. Null while it holds.',
  })
  validTo!: string | null;

  @Field(() => String, {
    description: "Who states it. Where that is another area, the number is not the London procedures' own.",
  })
  statedBy!: string;

  @Field(() => String, { description: 'Web address or clause it was read from.' })
  source!: string;

  @Field(() => String, { nullable: true, description: 'What to know before relying on it.' })
  note!: string | null;
}
