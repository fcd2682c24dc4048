import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';
import { Appointment } from './appointment';

/** RED-18, RED-29. The signed paper, and the name on it, stay with the partnership. */
@ObjectType({ description: 'That a member signed the member agreement: by role and agency, and never by name.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class MemberSignature extends Synthetic {
  @Field(() => ID, { description: 'Global id, as `redbridge:member-signature:LAY-1`.' })
  id!: string;

  @Field(() => Appointment, { description: 'The appointment of the member, with role and agency.' })
  appointment!: Appointment;

  @Field(() => String, { nullable: true, description: 'The service of the agency, where the member gave one.' })
  service!: string | null;

  @Field(() => DateScalar, { description: 'The day it was signed.' })
  signedOn!: string;
}
