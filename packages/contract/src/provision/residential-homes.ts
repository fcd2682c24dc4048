import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { PartialDate } from '@hub/scalars';
import { Public } from '../access/public';
import { LocalAuthority } from '../directory/local-authority';
import { Sourced } from '../recording/sourced';

@ObjectType({
  description: 'How many residential homes for children a local authority had when the document was written.',
})
@Directive('@shareable')
@Public()
export class ResidentialHomes extends Sourced {
  @Field(() => LocalAuthority, { nullable: true, description: 'The local authority they are in.' })
  localAuthority!: LocalAuthority | null;

  @Field(() => Int, {
    description: 'How many. Homes are counted here and no children, so small numbers stand (TRI-49).',
  })
  count!: number;

  @Field(() => PartialDate, { description: 'The date of the document.' })
  asOf!: string;
}
