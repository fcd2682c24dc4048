import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { MovementMove } from './movement-move';
import { MovementSide } from './movement-side';
import type { MovementEvent, StepToSend } from './rules';
import { nameOfAuthority, toSendByHand } from './rules';
import { SendingMeans } from './sending-means';
import { SentDocument } from './sent-document';

/** A move as it happened, or on its way: when it was recorded is not asked. */
type SentEvent = Omit<MovementEvent, 'recordedAt'>;

@ObjectType({ description: 'That steps were sent by hand to an authority outside the hub, as somebody recorded it.' })
@RequiresScopes('movements:read')
export class SentByHand {
  @Field(() => DateTimeScalar, { description: 'When they were sent, as its side says.' })
  at!: string;

  @Field(() => ID, { description: 'Stable id of the person who recorded it, and is accountable for it.' })
  person!: string;

  @Field(() => String, { description: 'The role in which it was recorded, as `duty-team`.' })
  role!: string;

  @Field(() => SendingMeans, { description: 'By what means.' })
  means!: SendingMeans;

  @Field(() => String, { description: 'What it is known by, as the reference of a letter.' })
  reference!: string;
}

@ObjectType({ description: 'A step that an authority outside the hub has to be sent by hand.' })
@RequiresScopes('movements:read')
export class SendByHand {
  @Field(() => ID, { description: 'Id of the message that carries the step.' })
  step!: string;

  @Field(() => MovementMove, { description: 'The step.' })
  move!: MovementMove;

  @Field(() => DateTimeScalar, { description: 'When it was taken, as its side says.' })
  occurredAt!: string;

  @Field(() => [SentDocument], { nullable: true, description: 'The documents to send with it; null where none are.' })
  @ListSize(3)
  transferPack!: SentDocument[] | null;

  @Field(() => String, { nullable: true, description: 'Reference of the letter to send; null where it is of none.' })
  confirmation!: string | null;

  @Field(() => SentByHand, { nullable: true, description: 'That it was sent; null while nobody has recorded that.' })
  sent!: SentByHand | null;
}

@ObjectType({ description: 'The side of a movement that is outside the hub: nobody there has been told by the hub.' })
@RequiresScopes('movements:read')
export class OutsideParty {
  @Field(() => MovementSide, { description: 'Which side it is.' })
  side!: MovementSide;

  @Field(() => ID, { description: 'GSS code of the authority.' })
  authority!: string;

  @Field(() => String, { nullable: true, description: 'Its name; null where its code has none.' })
  name!: string | null;

  @Field(() => Boolean, { description: 'Whether the hub has told it of the movement: it has not.' })
  isToldByHub!: boolean;

  @Field(() => [SendByHand], { description: 'Every step that it has to be sent by hand, in their order.' })
  @ListSize(6)
  toSend!: SendByHand[];
}

/** The side that is outside the hub as the graph shows it, with what the other side has to send it. */
export function outsidePartyOf(side: MovementSide, authority: string, events: readonly SentEvent[]): OutsideParty {
  return Object.assign(new OutsideParty(), {
    ...{ side, authority, name: nameOfAuthority(authority), isToldByHub: false },
    toSend: toSendByHand(events, side).map(sendByHandOf),
  });
}

function sendByHandOf({ event, sent }: StepToSend<SentEvent>): SendByHand {
  const { id: step, move, occurredAt, data } = event;
  return Object.assign(new SendByHand(), {
    ...{ step, move, occurredAt, confirmation: data.confirmation ?? null },
    transferPack: data.transferPack?.map((item) => Object.assign(new SentDocument(), item)) ?? null,
    sent: sent && sentByHandOf(sent),
  });
}

function sentByHandOf({ occurredAt: at, person, role, data: { means, evidence: reference } }: SentEvent): SentByHand {
  return Object.assign(new SentByHand(), { at, person, role, means, reference });
}
