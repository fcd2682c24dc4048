import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { Sector } from './sector';

/** An agency or office that holds seats or contributes, named as its source names it. */
@ObjectType({ description: 'An agency or office, named as the source names it.' })
@Directive('@shareable')
@Public()
export class Agency {
  @Field(() => ID, { description: 'Global id, as `havering:agency:nel-ccg`.' })
  id!: string;

  @Field(() => String, { description: 'Name as the source words it.' })
  name!: string;

  @Field(() => Sector, { description: 'Sector it belongs to.' })
  sector!: Sector;
}
