import { DateScalar, Sector } from '@hub/contract';
import { Field, ID, InputType } from 'type-graphql';
import { NetworkSupport } from '../network-support';

const NETWORK_ID = 'Id of the network, as `network:faith-based-abuse`.';

/** A network to propose. */
@InputType({ description: 'A network to propose. Its id follows from its name.' })
export class ProposeNetworkInput {
  @Field(() => String, { description: 'Its name, which no other network has.' })
  name!: string;

  @Field(() => String, { description: 'What it is for.' })
  remit!: string;

  @Field(() => [String], { description: 'Themes it works on.' })
  themes!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Reference of the decision of kind NETWORK that is to carry it, if there is one yet, final or not.',
  })
  decisionReference?: string | null;
}

/** A network to support. */
@InputType({ description: 'A network to support under a final decision of the Executive.' })
export class ActivateNetworkInput {
  @Field(() => ID, { description: NETWORK_ID })
  networkId!: string;

  @Field(() => String, { description: 'Reference of a decision of kind NETWORK that the three sectors signed off.' })
  decisionReference!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day support begins, not before the last sign-off; the day of that where it is left out.',
  })
  supportedFrom?: string | null;

  @Field(() => [NetworkSupport], { nullable: true, description: 'What support it is given; none where left out.' })
  supportGiven?: NetworkSupport[] | null;
}

@InputType({ description: 'A network to end.' })
export class EndNetworkInput {
  @Field(() => ID, { description: NETWORK_ID })
  networkId!: string;

  @Field(() => DateScalar, { description: 'The day it ends.' })
  endedOn!: string;
}

/** A member to add. */
@InputType({ description: 'An agency of a partnership, or a pan-London agency, that joins a network.' })
export class AddNetworkMemberInput {
  @Field(() => ID, { description: NETWORK_ID })
  networkId!: string;

  @Field(() => ID, {
    description: 'Id of the partnership, as `lambeth`; `london-scp` for a pan-London agency, as `mopac` (LON-10).',
  })
  partnershipId!: string;

  @Field(() => ID, {
    description: 'Id of an agency of the partnership: its `Agency.id`, or the last part of it, as `nel-ccg`.',
  })
  agencyId!: string;

  @Field(() => Sector, { description: 'The sector it comes from.' })
  sector!: Sector;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether it chairs the network.' })
  isChair!: boolean;
}

/** A member to remove. */
@InputType({ description: 'An agency of a partnership that leaves a network.' })
export class RemoveNetworkMemberInput {
  @Field(() => ID, { description: NETWORK_ID })
  networkId!: string;

  @Field(() => ID, { description: 'Id of the partnership.' })
  partnershipId!: string;

  @Field(() => ID, {
    description: 'Id of an agency of the partnership: its `Agency.id`, or the last part of it, as `nel-ccg`.',
  })
  agencyId!: string;
}

/** A meeting to record. */
@InputType({ description: 'A meeting that a network held.' })
export class RecordNetworkMeetingInput {
  @Field(() => ID, { description: NETWORK_ID })
  networkId!: string;

  @Field(() => DateScalar, { description: 'The day it was held.' })
  heldOn!: string;
}

/** An invitation to record. */
@InputType({ description: "That a network's chair was invited to report to the Executive." })
export class InviteNetworkReportInput {
  @Field(() => ID, { description: NETWORK_ID })
  networkId!: string;

  @Field(() => DateScalar, { description: 'The day the chair was invited.' })
  invitedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The Executive meeting invited to, where it is set.' })
  executiveMeetingOn?: string | null;
}

/** Result of an invitation. */
@InputType({ description: 'Result of an invitation to report.' })
export class RecordNetworkReportInput {
  @Field(() => ID, { description: NETWORK_ID })
  networkId!: string;

  @Field(() => DateScalar, { description: 'The day of the invitation it answers.' })
  invitedOn!: string;

  @Field(() => DateScalar, { description: 'The Executive meeting it was for.' })
  executiveMeetingOn!: string;

  @Field(() => Boolean, { description: 'Whether the chair attended.' })
  attended!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'The day the network reported; leave it out if it did not.' })
  reportedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'What was reported, in short.' })
  summary?: string | null;
}
