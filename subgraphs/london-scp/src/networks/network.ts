import {
  DateScalar,
  ListSize,
  Paged,
  RequiresScopes,
  Synthetic,
  resolvedElsewhere,
  type Connection,
} from '@hub/contract';
import { Arg, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { ExecutiveDecision } from '../governance/decisions/executive-decision';
import { DIRECTORY_SIZE } from '../directory/directory-size';
import { LocalPartnership } from '../directory/local-partnership';
import { NetworkChair } from './network-chair';
import type { NetworkMeeting } from './network-meeting';
import { NetworkMeetingConnection } from './network-meeting-connection';
import { NetworkReport } from './network-report';
import { NetworkStatus } from './network-status';
import { NetworkSupport } from './network-support';

/** A multi-agency group that the London SCP supports when its Executive agreed to (LON-34). */
@ObjectType({ description: 'A multi-agency group that the London SCP supports when its Executive agreed to.' })
@Directive('@key(fields: "id")')
@RequiresScopes('networks:read')
export class Network extends Synthetic {
  @Field(() => ID, { description: 'Global id, as `network:faith-based-abuse`.' })
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'What it is for.' })
  remit!: string;

  @Field(() => [String], { description: 'Themes it works on.' })
  @ListSize(2)
  themes!: string[];

  @Field(() => NetworkStatus, { description: 'How it stands with the London SCP.' })
  status!: NetworkStatus;

  @Field(() => Boolean, { description: 'Whether the London SCP supports it: without a final decision it does not.' })
  isSupported!: boolean;

  @Field(() => ExecutiveDecision, {
    nullable: true,
    description: "The Executive's decision to support it, final or not.",
  })
  decision!: ExecutiveDecision | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day support began; null where it never did.' })
  supportedFrom!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day it ended; null while it goes on.' })
  endedOn!: string | null;

  @Field(() => [NetworkSupport], { description: 'What support the London SCP gives it.' })
  @ListSize(2)
  supportGiven!: NetworkSupport[];

  @Field(() => NetworkChair, { nullable: true, description: 'Where its chair comes from; null while it has none.' })
  chair!: NetworkChair | null;

  @Field(() => NetworkMeetingConnection, { description: 'Its meetings, latest first.' })
  @Paged()
  meetings(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<NetworkMeeting> {
    return resolvedElsewhere('Network.meetings');
  }

  @Field(() => [NetworkReport], { description: 'Its yearly invitations and reports to the Executive, latest first.' })
  @ListSize(3)
  reports!: NetworkReport[];

  @Field(() => Boolean, {
    description:
      'Whether it owes the Executive a report on that day: supported then, and more than 12 months after its last ' +
      'report or, without any, after support began (LON-35).',
  })
  isReportOverdue(@Arg('on', () => DateScalar, { description: 'The day to judge by.' }) _on: string): boolean {
    return resolvedElsewhere('Network.isReportOverdue');
  }

  @Field(() => [LocalPartnership], {
    nullable: 'items',
    description: 'The partnerships asked for their agencies and for the bodies they connect: all of the directory.',
  })
  @ListSize(DIRECTORY_SIZE)
  respondents!: (object | null)[];
}
