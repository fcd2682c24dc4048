import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { connectionOf } from '../paging/connection';
import { Synthetic } from '../recording/synthetic';
import { IncidentCategory } from './incident-category';
import { IncidentNotification } from './incident-notification';

/** Kept at home alone: at the hub there are safe counts. It has a reference and a category, and nothing of a child. */
@ObjectType({ description: 'A serious safeguarding incident, as its partnership keeps it at home.' })
@RequiresScopes('governance:read')
export class SeriousIncident extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: "The partnership's own reference." })
  reference!: string;

  @Field(() => DateScalar, {
    description:
      'The day of the incident, from which LAM-15 counts; where it is not known, that on which the local authority learned of it.',
  })
  occurredOn!: string;

  @Field(() => ID, { description: 'GSS code of the local authority in whose area it was (TRI-24).' })
  localAuthorityCode!: string;

  @Field(() => IncidentCategory, { description: 'Why it is notified.' })
  category!: IncidentCategory;

  @Field(() => [IncidentNotification], { description: 'Who was told of it, the earliest first.' })
  @ListSize(4)
  notifications!: IncidentNotification[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Working days until the last of those who are to be told was told; null while one was not, or nothing says who.',
  })
  workingDaysToNotify!: number | null;
}

/** Pages of incidents, latest first. */
export const SeriousIncidentConnection = connectionOf('SeriousIncident', SeriousIncident);
