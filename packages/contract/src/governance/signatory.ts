import { Directive, Field, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { Sector } from './sector';
import { Sourced } from '../recording/sourced';

@ObjectType({ description: 'A person who signed the document, in the office held when signing.' })
@Directive('@shareable')
@Public()
export class Signatory extends Sourced {
  @Field(() => String, { description: 'Name as printed.' })
  name!: string;

  @Field(() => String, { description: 'Office held when signing.' })
  role!: string;

  @Field(() => String, { description: 'Organisation signed for.' })
  organisation!: string;

  @Field(() => Sector, { description: 'Sector of the organisation.' })
  sector!: Sector;
}
