import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { Synthetic } from '../recording/synthetic';
import { Agency } from './agency';
import { Body } from './body';
import { ChairAppointer } from './chair-appointer';
import { ChairOffice } from './chair-office';
import { Sector } from './sector';

/** LON-17, HAV-21, RED-15, LAM-02, TRI-43. */
@ObjectType({ description: 'Who chairs a body or deputises, or scrutinises: by role, and never by name.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class ChairAppointment extends Synthetic {
  @Field(() => ID, { description: 'Global id, as `lambeth:chair:2026`.' })
  id!: string;

  @Field(() => Body, { description: 'The body.' })
  body!: Body;

  @Field(() => ChairOffice, { description: 'The office.' })
  office!: ChairOffice;

  @Field(() => String, { description: 'The role of who holds it, as `Chief Executive of a London borough`.' })
  roleTitle!: string;

  @Field(() => Sector, { description: 'The sector that they come from.' })
  sector!: Sector;

  @Field(() => Agency, { nullable: true, description: 'The agency that they come from; null of none.' })
  agency!: Agency | null;

  @Field(() => DateScalar, { description: 'The day of appointment.' })
  appointedOn!: string;

  @Field(() => [ChairAppointer], { description: 'Who agreed to it.' })
  @ListSize(2)
  agreedBy!: ChairAppointer[];

  @Field(() => DateScalar, { nullable: true, description: 'The day on which the last of them agreed.' })
  agreedOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether they are the independent scrutineer too; null where that is not recorded.',
  })
  isAlsoScrutineer!: boolean | null;

  @Field(() => String, { nullable: true, description: 'Another board that they chair; null where none is recorded.' })
  alsoChairs!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day the term ends, by the years that the document gives the chair; null where it gives none.',
  })
  termEndsOn!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day in office; that before the next was appointed, where one was. Null while it goes on.',
  })
  endedOn!: string | null;
}
