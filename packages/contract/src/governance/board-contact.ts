import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { RequiresScopes } from '../access/requires-scopes';
import { connectionOf } from '../paging/connection';
import { Synthetic } from '../recording/synthetic';
import { BoardContactKind } from './board-contact-kind';
import { Relation } from './relation';

/** TRI-53, HAV-22, RED-16. */
@ObjectType({ description: 'That a partnership met with another board, or reported to it.' })
@Directive('@shareable')
@RequiresScopes('governance:read')
export class BoardContact extends Synthetic {
  @Field(() => ID, { description: 'Global id, as `tri-borough:board-contact:2026/1`.' })
  id!: string;

  @Field(() => Relation, { description: 'What the document says of the board.' })
  board!: Relation;

  @Field(() => BoardContactKind, { description: 'What it was.' })
  kind!: BoardContactKind;

  @Field(() => DateScalar, { description: 'The day of it.' })
  heldOn!: string;
}

/** Pages of contacts with other boards, latest first. */
export const BoardContactConnection = connectionOf('BoardContact', BoardContact);
