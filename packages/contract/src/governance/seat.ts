import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { PlacesRule } from './places-rule';
import { SeatCapacity } from './seat-capacity';
import { Sector } from './sector';
import { Agency } from './agency';
import { Sourced } from '../recording/sourced';

@ObjectType({ description: 'A seat on a body: one line of its membership list, for one or more places.' })
@Directive('@shareable')
@Public()
export class Seat extends Sourced {
  @Field(() => ID, { description: 'Global id, as `havering-executive:1`.' })
  id!: string;

  @Field(() => String, { description: 'The seat as the document words it.' })
  title!: string;

  @Field(() => Agency, {
    nullable: true,
    description: 'The agency that holds it; null where the document names a role or a kind of agency.',
  })
  agency!: Agency | null;

  @Field(() => Sector, { description: 'Sector the seat belongs to.' })
  sector!: Sector;

  @Field(() => SeatCapacity, { description: 'In what capacity the seat is held.' })
  capacity!: SeatCapacity;

  @Field(() => Int, { nullable: true, description: 'Number of places; null where the document states none.' })
  places!: number | null;

  @Field(() => PlacesRule, { description: 'How to read the number of places.' })
  placesRule!: PlacesRule;

  @Field(() => Int, { nullable: true, description: 'Years of a term of office, where stated.' })
  termYears!: number | null;

  @Field(() => Boolean, { description: 'Whether the seat stands for a statutory safeguarding partner.' })
  isStatutoryPartner!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What of it the document does not say, and how the hub reads it.',
  })
  note!: string | null;
}
