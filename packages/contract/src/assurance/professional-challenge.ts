import { Arg, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Agency } from '../governance/agency';
import { connectionOf } from '../paging/connection';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { Synthetic } from '../recording/synthetic';
import { ChallengeEscalation } from './challenge-escalation';

/** TRI-42, LAM-33, HAV-25. */
@ObjectType({ description: 'A challenge between professionals or agencies, in the log of the partnership.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class ProfessionalChallenge extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: "The partnership's own reference." })
  reference!: string;

  @Field(() => String, { description: 'What it is about. It names nobody.' })
  subject!: string;

  @Field(() => Agency, { description: 'The agency that raised it.' })
  agency!: Agency;

  @Field(() => DateScalar, { description: 'The day it was raised.' })
  raisedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was resolved; null while it is open.' })
  resolvedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'How it was resolved; null while it is open.' })
  resolution!: string | null;

  @Field(() => Int, { description: 'Days of the calendar from the day it was raised to its resolution, or to a day.' })
  daysOpen(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): number {
    return resolvedElsewhere('ProfessionalChallenge.daysOpen');
  }

  @Field(() => [ChallengeEscalation], { description: 'Where it was taken further, the earliest first.' })
  @ListSize(2)
  escalations!: ChallengeEscalation[];
}

/** Pages of challenges, latest first. */
export const ProfessionalChallengeConnection = connectionOf('ProfessionalChallenge', ProfessionalChallenge);
