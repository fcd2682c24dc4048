import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { connectionOf } from '../paging/connection';
import { Synthetic } from '../recording/synthetic';
import { AuditKind } from './audit-kind';

/** RED-04, TRI-36, TRI-37. */
@ObjectType({ description: 'An audit of practice that was completed.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class PracticeAudit extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: "The partnership's own reference." })
  reference!: string;

  @Field(() => AuditKind, { description: 'What kind of audit it is.' })
  kind!: AuditKind;

  @Field(() => String, { description: 'What it looked at.' })
  theme!: string;

  @Field(() => DateScalar, { description: 'The day it was completed.' })
  completedOn!: string;

  @Field(() => Int, { description: 'How many findings it has.' })
  findings!: number;

  @Field(() => DateScalar, { nullable: true, description: 'The day its learning was shared; null before.' })
  learningSharedOn!: string | null;
}

/** Pages of audits, latest first. */
export const PracticeAuditConnection = connectionOf('PracticeAudit', PracticeAudit);
