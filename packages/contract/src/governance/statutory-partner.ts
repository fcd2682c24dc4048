import { Directive, Field, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { Sector } from './sector';
import { Agency } from './agency';
import { Sourced } from '../recording/sourced';

/** TRI-01. */
@ObjectType({ description: 'A statutory safeguarding partner. One sector may have several agencies.' })
@Directive('@shareable')
@Public()
export class StatutoryPartner extends Sourced {
  @Field(() => Sector, { description: 'Which of the three sectors the partner stands for.' })
  sector!: Sector;

  @Field(() => Agency, { description: 'The agency.' })
  agency!: Agency;

  @Field(() => String, {
    nullable: true,
    description: 'The post that leads for it; null where the document is silent.',
  })
  leadRepresentative!: string | null;
}
