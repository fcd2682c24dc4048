import { BoardContact, BoardContactKind, DateScalar } from '@hub/contract';
import { defineRecord, fitsIntoId, nameOf } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { RelationRecord } from '../relation-record';

/** A contact with another board as stored. */
export class BoardContactRecord extends BoardContact {
  /** Id of what the document says of the board. */
  relationId!: string;
}

/** What is recorded of a contact. */
@InputType({ description: 'That the partnership met with another board, or reported to it.' })
export class RecordBoardContactInput {
  @Field(() => String, { description: 'A reference of your own, as `2026/1`.' })
  reference!: string;

  @Field(() => ID, { description: 'Id of what the document says of the board: one of `relations { id }`.' })
  relationId!: string;

  @Field(() => BoardContactKind, { description: 'What it was.' })
  kind!: BoardContactKind;

  @Field(() => DateScalar, { description: 'The day of it; not after today.' })
  heldOn!: string;
}

/** Contacts with other boards, once a reference. */
export const boardContact = defineRecord({
  row: BoardContactRecord,
  table: 'board_contact',
  stored: { relationId: 'text' },
  order: { heldOn: 'DESC', id: 'DESC' },
  mutation: 'recordBoardContact',
  clauses: ['HAV-22', 'RED-16', 'TRI-53', 'TRI-66'],
  description:
    'Records that the partnership met with another board, or reported to it (TRI-53, HAV-22, RED-16). Once a reference.',
  input: RecordBoardContactInput,
  about: 'The contact.',
  answers: { as: 'contact', type: BoardContact, what: 'The contact', result: 'recording a contact with another board' },
  names: {
    relationId: nameOf(RelationRecord, 'id', 'BOARD_UNKNOWN', (id) => {
      return `The document says nothing of ${JSON.stringify(id)}. Take one of \`relations { id subject }\`.`;
    }),
  },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}:board-contact:${reference}` }),
  content: ({ relationId, kind, heldOn }) => ({ relationId, kind, heldOn }),
  named: ({ reference }) => `The contact "${reference}"`,
  checks: [fitsIntoId('reference')],
  demonstration: 'displaces',
});
