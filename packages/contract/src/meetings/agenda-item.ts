import { Directive, Field, ObjectType } from 'type-graphql';
import { RequiresScopes } from '../access/requires-scopes';
import { AgendaItemKind } from './agenda-item-kind';

@ObjectType({ description: 'An item that a meeting took.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class AgendaItem {
  @Field(() => AgendaItemKind, { description: 'What it was about.' })
  kind!: AgendaItemKind;

  @Field(() => String, { description: 'Its title.' })
  title!: string;
}
