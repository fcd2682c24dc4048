import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Agency } from '../governance/agency';
import { Synthetic } from '../recording/synthetic';

/** LON-07. Owned by the partnership. */
@ObjectType({ description: 'That an agency of the partnership signed an information-sharing agreement.' })
@Directive('@shareable')
@RequiresScopes('procedures:read')
export class AgreementSignature extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => ID, { description: 'Id of the agreement, as `london-information-sharing-agreement`.' })
  procedureId!: string;

  @Field(() => Agency, { description: 'The agency that signed.' })
  agency!: Agency;

  @Field(() => DateScalar, { description: 'The day it signed.' })
  signedOn!: string;
}
