import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { PartialDate } from '@hub/scalars';
import { Public } from '../access/public';
import { EducationKind } from './education-kind';
import { LocalAuthority } from '../directory/local-authority';
import { Sourced } from '../recording/sourced';

@ObjectType({
  description: 'How many education providers of one kind a local authority had when the document was written.',
})
@Directive('@shareable')
@Public()
export class EducationProvision extends Sourced {
  @Field(() => LocalAuthority, { nullable: true, description: 'The local authority they are in.' })
  localAuthority!: LocalAuthority | null;

  @Field(() => EducationKind, { description: 'Kind of provider.' })
  kind!: EducationKind;

  @Field(() => Int, { description: 'How many. Providers are counted here and no children, so small numbers stand.' })
  count!: number;

  @Field(() => String, { description: 'The number as the document words it, as `7 main centres`.' })
  asStated!: string;

  @Field(() => PartialDate, { description: 'The date of the document.' })
  asOf!: string;
}
