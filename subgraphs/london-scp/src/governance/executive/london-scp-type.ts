import {
  Appointment,
  AttendanceRate,
  Body,
  ChairAppointment,
  ClauseTopic,
  type Connection,
  Cost,
  DateScalar,
  ListSize,
  type Meeting,
  MeetingConnection,
  Obligation,
  ObligationStatus,
  Paged,
  Public,
  type RecordChange,
  RecordChangeConnection,
  Relation,
  RequiresScopes,
  resolvedElsewhere,
  StatutoryPartner,
  TermsOfReference,
  Vacancy,
} from '@hub/contract';
import { Arg, Directive, Field, ID, Int, ObjectType } from 'type-graphql';

/** The London Safeguarding Children Partnership: it supports local partnerships and replaces none (LON-01). */
@ObjectType({ description: 'The London Safeguarding Children Partnership.' })
@Directive('@key(fields: "id")')
@Public()
export class LondonScp {
  @Field(() => ID, { description: 'Always `london-scp`.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => TermsOfReference, { nullable: true, description: 'Its governing document.' })
  termsOfReference(
    @Arg('on', () => DateScalar, {
      nullable: true,
      description: 'That which was worked to on this day. Today unless given.',
    })
    _on?: string | null,
  ): TermsOfReference | null {
    return resolvedElsewhere('LondonScp.termsOfReference');
  }

  @Field(() => [Body], { nullable: true, description: 'Its bodies.' })
  @ListSize(8)
  bodies!: Body[] | null;

  @Field(() => [StatutoryPartner], {
    nullable: true,
    description: 'The statutory partners it is mutually accountable to.',
  })
  @ListSize(5)
  statutoryPartners!: StatutoryPartner[] | null;

  @Field(() => [Relation], { nullable: true, description: 'What its document asserts of arrangements with others.' })
  @ListSize(12)
  relations!: Relation[] | null;

  @Field(() => [Appointment], {
    nullable: true,
    description: 'Seats and posts that were filled on a day, the earliest appointed first.',
  })
  @ListSize(10)
  @RequiresScopes('governance:read')
  appointments(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
    @Arg('termEndsBy', () => DateScalar, { nullable: true, description: 'Only those whose term ends by this day.' })
    _termEndsBy?: string | null,
  ): Appointment[] | null {
    return resolvedElsewhere('LondonScp.appointments');
  }

  @Field(() => [Vacancy], {
    nullable: true,
    description: 'Seats that were not all filled on a day, or not at all where the document states no number.',
  })
  @ListSize(3)
  @RequiresScopes('governance:read')
  vacancies(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): Vacancy[] | null {
    return resolvedElsewhere('LondonScp.vacancies');
  }

  @Field(() => [ChairAppointment], { nullable: true, description: 'Who chaired its Executive on a day (LON-17).' })
  @ListSize(1)
  @RequiresScopes('governance:read')
  chairs(
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): ChairAppointment[] | null {
    return resolvedElsewhere('LondonScp.chairs');
  }

  @Field(() => MeetingConnection, { nullable: true, description: 'Meetings of its Executive, latest first.' })
  @Paged()
  meetings(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<Meeting> | null {
    return resolvedElsewhere('LondonScp.meetings');
  }

  @Field(() => [AttendanceRate], {
    nullable: true,
    description: 'How often each agency was at the meetings of the Executive.',
  })
  @ListSize(8)
  @Cost(50)
  @RequiresScopes('governance:read')
  attendanceRates(
    @Arg('from', () => DateScalar, { description: 'The first day that counts.' }) _from: string,
    @Arg('to', () => DateScalar, { description: 'The last day that counts.' }) _to: string,
  ): AttendanceRate[] | null {
    return resolvedElsewhere('LondonScp.attendanceRates');
  }

  @Field(() => [Obligation], {
    nullable: true,
    description: 'What its terms of reference oblige it to, and how each stood on a day; in the order of the document.',
  })
  @ListSize(12)
  @Cost(100)
  @RequiresScopes(['governance:read', 'networks:read', 'decisions:read'])
  obligations(
    @Arg('status', () => [ObligationStatus], { nullable: true, description: 'Only those that stood so.' })
    _status?: ObligationStatus[] | null,
    @Arg('topic', () => ClauseTopic, { nullable: true, description: 'Only those about this topic.' })
    _topic?: ClauseTopic | null,
    @Arg('on', () => DateScalar, { nullable: true, description: 'The day asked about. Today unless given.' })
    _on?: string | null,
  ): Obligation[] | null {
    return resolvedElsewhere('LondonScp.obligations');
  }

  @Field(() => RecordChangeConnection, {
    nullable: true,
    description: 'What it corrected or withdrew of its records, latest first.',
  })
  @Paged()
  @Cost(50)
  @RequiresScopes(['budget:read', 'governance:read', 'networks:read', 'procedures:read'])
  recordChanges(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<RecordChange> | null {
    return resolvedElsewhere('LondonScp.recordChanges');
  }
}
