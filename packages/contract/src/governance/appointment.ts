import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';
import { Agency } from './agency';
import { Body } from './body';
import { Seat } from './seat';
import { SupportPost } from './support-post';

/** RED-20, LAM-08. Who it is stays with the partnership: a role and an agency are published, and no name. */
@ObjectType({ description: 'That a seat or post is filled, by role and agency. Who it is stays with the partnership.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class Appointment extends Synthetic {
  @Field(() => ID, { description: 'Global id, as `redbridge:appointment:LAY-1`.' })
  id!: string;

  @Field(() => Seat, { nullable: true, description: 'The seat; null where the document has no seat for it.' })
  seat!: Seat | null;

  @Field(() => Body, { nullable: true, description: 'The body that it is on; null of a support post.' })
  body!: Body | null;

  @Field(() => SupportPost, { nullable: true, description: 'The support post; null of a seat.' })
  post!: SupportPost | null;

  @Field(() => String, { description: 'The role of who fills it, as `Director of Public Health`.' })
  roleTitle!: string;

  @Field(() => Agency, {
    nullable: true,
    description: 'The agency that they come from; null of none, as a lay member.',
  })
  agency!: Agency | null;

  @Field(() => DateScalar, { description: 'The day of appointment to this term.' })
  appointedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which whoever must agree to it agreed (RED-17, LAM-12); null where nobody was asked.',
  })
  agreedOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day this term ends, by the years that the document gives the seat; null where it gives none.',
  })
  termEndsOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day of it; that before the renewal, where it was renewed. Null while it goes on.',
  })
  endedOn!: string | null;

  @Field(() => Boolean, { description: 'Whether this term renews an earlier one.' })
  isRenewed!: boolean;
}
