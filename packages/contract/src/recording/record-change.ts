import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { connectionOf } from '../paging/connection';
import { RecordChangeKind } from './record-change-kind';

@ObjectType({ description: 'One value of something recorded, as it was.' })
@Directive('@shareable')
@RequiresScopes(['budget:read', 'governance:read', 'networks:read', 'procedures:read'])
export class RecordedValue {
  @Field(() => String, { description: 'What it is the value of, as `adoptedOn`.' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'The value as text, a list as JSON; null where none was given.' })
  value!: string | null;
}

/** What was recorded before it was corrected or withdrawn. Owned by whoever recorded it. */
@ObjectType({
  description: 'That something recorded was corrected or withdrawn: what it was, who did it, when and why.',
})
@Directive('@shareable')
@RequiresScopes(['budget:read', 'governance:read', 'networks:read', 'procedures:read'])
export class RecordChange {
  @Field(() => ID, {
    description: 'Global id, as `lambeth:change:7`: its number in the history of whoever recorded it.',
  })
  id!: string;

  @Field(() => String, { description: 'Type of what was recorded, as `ProcedureAdoption`.' })
  recordType!: string;

  @Field(() => String, { description: 'What was recorded, as `The adoption of london-procedures:2026-03`.' })
  record!: string;

  @Field(() => RecordChangeKind, { description: 'Whether it was corrected or withdrawn.' })
  kind!: RecordChangeKind;

  @Field(() => [RecordedValue], { description: 'What it was before.' })
  @ListSize(10)
  was!: RecordedValue[];

  @Field(() => String, { description: 'Why, in the words of who changed it.' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was changed.' })
  changedAt!: string;

  @Field(() => ID, { nullable: true, description: 'Stable id of the person or system that changed it.' })
  person!: string | null;

  @Field(() => String, { nullable: true, description: 'Their role.' })
  role!: string | null;
}

/** Pages of a history, latest first. */
export const RecordChangeConnection = connectionOf('RecordChange', RecordChange);
