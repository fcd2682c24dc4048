import { Arg, Field, ID, InterfaceType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { Appointment } from './appointment';
import { ChairAppointment } from './chair-appointment';
import { Vacancy } from './vacancy';

@InterfaceType({ description: 'A partnership that records who sits where, by role.' })
export abstract class FillsSeats {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [Appointment], {
    nullable: true,
    description: 'Seats and posts that were filled on a day, the earliest appointed first.',
  })
  @ListSize(20)
  @RequiresScopes('governance:read')
  appointments(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
    @Arg('termEndsBy', () => DateScalar, { nullable: true, description: 'Only those whose term ends by this day.' })
    _termEndsBy?: string | null,
  ): Appointment[] | null {
    return resolvedElsewhere('FillsSeats.appointments');
  }

  @Field(() => [Vacancy], {
    nullable: true,
    description:
      'Seats that were not all filled on a day, or not at all where the document states no number: of bodies of which an ' +
      'appointment is recorded.',
  })
  @ListSize(5)
  @RequiresScopes('governance:read')
  vacancies(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): Vacancy[] | null {
    return resolvedElsewhere('FillsSeats.vacancies');
  }

  @Field(() => [ChairAppointment], {
    nullable: true,
    description: 'Who chaired, deputised and scrutinised on a day, the earliest appointed first.',
  })
  @ListSize(10)
  @RequiresScopes('governance:read')
  chairs(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): ChairAppointment[] | null {
    return resolvedElsewhere('FillsSeats.chairs');
  }
}
