import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { Sourced } from '../recording/sourced';
import { SourcedText } from '../recording/sourced-text';

@ObjectType({ description: 'What each member of the partnership signs.' })
@Directive('@shareable')
@Public()
export class MemberAgreement extends Sourced {
  @Field(() => ID, { description: 'Global id, as `redbridge-member-agreement`.' })
  id!: string;

  @Field(() => String, { description: 'Title of the agreement.' })
  title!: string;

  @Field(() => [SourcedText], { description: 'What a member undertakes, in the order of the document.' })
  @ListSize(6)
  undertakings!: SourcedText[];

  @Field(() => [SourcedText], { description: 'What a member contributes, in the order of the document.' })
  @ListSize(6)
  contributions!: SourcedText[];

  @Field(() => [SourcedText], { description: 'What a member is given in return, in the order of the document.' })
  @ListSize(6)
  entitlements!: SourcedText[];
}
