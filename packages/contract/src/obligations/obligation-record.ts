import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { PartialDate } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';
import { ObligationRecordKind } from './obligation-record-kind';

@ObjectType({ description: 'A record that shows how an obligation stands.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class ObligationRecord extends Synthetic {
  @Field(() => ObligationRecordKind, { description: 'What it is a record of.' })
  kind!: ObligationRecordKind;

  @Field(() => ID, { description: 'Id of the record.' })
  record!: string;

  @Field(() => PartialDate, {
    nullable: true,
    description:
      'When it was done: the day of a meeting or an invitation, the last review of a document, the beginning of support; null where that is not known.',
  })
  doneOn!: string | null;
}
