import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { connectionOf } from '../paging/connection';
import { Synthetic } from '../recording/synthetic';

/** RED-25. */
@ObjectType({ description: 'That the Independent Chair permitted something confidential to be passed on.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class ConfidentialityPermission extends Synthetic {
  @Field(() => ID, { description: 'Global id, as `redbridge:permission:2026/1`.' })
  id!: string;

  @Field(() => String, { description: 'What may be passed on, in words by which nobody can be recognised.' })
  what!: string;

  @Field(() => String, { description: 'To whom.' })
  recipient!: string;

  @Field(() => DateScalar, { description: 'The day it was permitted.' })
  permittedOn!: string;
}

/** Pages of permissions, latest first. */
export const ConfidentialityPermissionConnection = connectionOf('ConfidentialityPermission', ConfidentialityPermission);
