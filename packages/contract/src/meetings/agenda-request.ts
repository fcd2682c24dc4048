import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { Synthetic } from '../recording/synthetic';
import { AgendaItemKind } from './agenda-item-kind';

@ObjectType({ description: 'That a member asked for an item on the agenda of a meeting (RED-12).' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class AgendaRequest extends Synthetic {
  @Field(() => ID, { description: 'Global id.' })
  id!: string;

  @Field(() => AgendaItemKind, { description: 'What it is about.' })
  kind!: AgendaItemKind;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => String, { description: 'The member who asked, as an agency or an office.' })
  requestedBy!: string;

  @Field(() => DateScalar, { description: 'The day it was asked for.' })
  requestedOn!: string;
}
