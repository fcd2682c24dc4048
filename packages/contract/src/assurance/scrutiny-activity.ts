import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { connectionOf } from '../paging/connection';
import { Synthetic } from '../recording/synthetic';

/** HAV-24, LAM-34, RED-23, TRI-43 to TRI-45. */
@ObjectType({ description: 'Something that was done in independent scrutiny, under one of its duties.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class ScrutinyActivity extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => String, { description: "The partnership's own reference." })
  reference!: string;

  @Field(() => String, { description: 'The duty, as `attendance`.' })
  duty!: string;

  @Field(() => String, { description: 'By which office, never the name of a person.' })
  byRole!: string;

  @Field(() => DateScalar, { description: 'The day it was done.' })
  doneOn!: string;

  @Field(() => String, { description: 'What was done.' })
  summary!: string;
}

/** Pages of scrutiny, latest first. */
export const ScrutinyActivityConnection = connectionOf('ScrutinyActivity', ScrutinyActivity);
