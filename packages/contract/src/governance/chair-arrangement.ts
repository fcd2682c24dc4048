import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { ChairKind } from './chair-kind';
import { Sector } from './sector';
import { ViceChairKind } from './vice-chair-kind';
import { Sourced } from '../recording/sourced';

@ObjectType({ description: 'Who chairs a body, and who deputises.' })
@Directive('@shareable')
@Public()
export class ChairArrangement extends Sourced {
  @Field(() => ChairKind, { description: 'Kind of arrangement.' })
  kind!: ChairKind;

  @Field(() => String, { description: 'The arrangement in words close to the document.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'Who agrees the chair, where stated.' })
  agreedBy!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the chair is also the independent scrutineer; null where the document is silent.',
  })
  isAlsoScrutineer!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Another board that shares the same chair, where stated.' })
  sharedWith!: string | null;

  @Field(() => Int, { nullable: true, description: 'Years of a term in the chair, where stated.' })
  termYears!: number | null;

  @Field(() => [Sector], {
    description: 'For a rotating chair, the sectors that take turns, as the document lists them: not an order.',
  })
  @ListSize(3)
  rotation!: Sector[];

  @Field(() => ViceChairKind, { description: 'How a vice-chair or deputy is found.' })
  viceChair!: ViceChairKind;

  @Field(() => String, { nullable: true, description: 'The vice-chair arrangement in words close to the document.' })
  viceChairDescription!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What of it the document does not say, and how the hub reads it.',
  })
  note!: string | null;
}
