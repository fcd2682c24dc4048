import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar, PartialDate } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Body } from '../governance/body';
import { Clause } from '../governance/clause';
import { ClauseTopic } from '../governance/clause-topic';
import { ObligationRecord } from './obligation-record';
import { ObligationStatus } from './obligation-status';

/** What is said of how an obligation stands follows from its rule, the records and the day; none of it is stored. */
@ObjectType({ description: 'What a terms of reference obliges to, and how it stood at the end of a day.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class Obligation {
  @Field(() => ID, {
    description: 'Global id, of the obligation on that day, as `havering-executive-meets/2026-10-31`.',
  })
  id!: string;

  @Field(() => Clause, { nullable: true, description: 'The clause; null where no clause speaks of the topic.' })
  clause!: Clause | null;

  @Field(() => ClauseTopic, { description: 'What it is about.' })
  topic!: ClauseTopic;

  @Field(() => String, { description: 'The rule in words close to the document.' })
  rule!: string;

  @Field(() => Body, { nullable: true, description: 'The body that it obliges; null where it is the partnership.' })
  body!: Body | null;

  @Field(() => DateScalar, { description: 'The day at the end of which it was judged.' })
  on!: string;

  @Field(() => ObligationStatus, { description: 'How it stood.' })
  status!: ObligationStatus;

  @Field(() => String, { nullable: true, description: 'Why it cannot be assessed, or what of it was not kept.' })
  reason!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'When it was last met, by what is recorded.' })
  lastMet!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which what is next is in time; it lies behind where that is overdue.',
  })
  nextDue!: string | null;

  @Field(() => [ObligationRecord], { description: 'The records that show it.' })
  @ListSize(4)
  shownBy!: ObligationRecord[];
}
