import { ClauseRecord } from '@hub/partnership';
import { check, defineRecord, notBlank } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { In } from 'typeorm';
import { PartnershipRecord } from '../directory/directory-records';
import { Procedure } from './procedure';
import { ProcedureKind } from './procedure-kind';

/** A procedure as stored. */
export class ProcedureRecord extends Procedure {
  /** Whether it is of the files of the directory, and is rewritten with them. */
  isReference!: boolean;
}

/** A protocol that the London SCP takes on. */
@InputType({ description: 'A protocol that the London SCP manages or endorses for local partnerships.' })
export class AddProcedureInput {
  @Field(() => ID, { description: 'Its id from now on: lower case words joined by hyphens. Once an id.' })
  id!: string;

  @Field(() => String, { description: 'Its title; no two have the same.' })
  title!: string;

  @Field(() => ProcedureKind, { description: 'Kind of protocol.' })
  kind!: ProcedureKind;

  @Field(() => String, { description: 'What it is.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'Web address at which it is published.' })
  publishedAt?: string | null;

  @Field(() => [ID], { description: "Clauses of the London SCP's terms of reference that it rests on, as `LON-07`." })
  sources!: string[];
}

/** Protocols, once an id and a title. */
export const procedure = defineRecord({
  row: ProcedureRecord,
  table: 'procedure',
  stored: { isReference: 'boolean' },
  order: { title: 'ASC' },
  mutation: 'addProcedure',
  clauses: ['LON-04', 'LON-07'],
  description: 'Adds a protocol that the London SCP manages. Once an id.',
  input: AddProcedureInput,
  about: 'The protocol.',
  answers: {
    ...{ as: 'procedure', type: Procedure, what: 'The protocol' },
    ...{ result: 'adding a protocol', nothing: 'added' },
  },
  scope: 'procedures:write',
  by: ['id'],
  content: ({ id: _, publishedAt, ...content }) => ({ ...content, publishedAt: publishedAt ?? null }),
  derived: () => ({ isReference: false }),
  named: ({ id }) => `The protocol "${id}"`,
  checks: [
    check<AddProcedureInput>('ID_INVALID', 'id', ({ id }) => {
      const isValid = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id);
      return !isValid && `"${id}" is not an id. Use lower case words and digits joined by hyphens.`;
    }),
    check<AddProcedureInput>('ID_TAKEN', 'id', async ({ id }, manager) => {
      // Ids are unique over the graph: a partnership's own begin with its id, as `lambeth-executive`.
      const owners = ['london-scp', ...(await manager.find(PartnershipRecord)).map((one) => one.id)];
      const owner = owners.find((one) => `${id}-`.startsWith(`${one}-`));
      return owner !== undefined && `"${id}" is an id of ${owner}, as all that begin so. Give the protocol another.`;
    }),
    notBlank('title', 'description'),
    check<AddProcedureInput>('ADDRESS_INVALID', 'publishedAt', ({ publishedAt }) => {
      const isAddress = typeof publishedAt !== 'string' || /^https?:\/\/\S+$/.test(publishedAt);
      return !isAddress && `"${publishedAt}" is not a web address. Begin with https://.`;
    }),
    check<AddProcedureInput>('CLAUSE_UNKNOWN', 'sources', async ({ sources }, manager) => {
      const known = await manager.findBy(ClauseRecord, { id: In(sources) });
      const unknown = sources.filter((source) => !known.some(({ id }) => id === source));
      if (sources.length > 0 && unknown.length === 0) return null;
      const what = unknown.length > 0 ? `There is no clause ${unknown.join(', ')}.` : 'sources is empty.';
      return `${what} Give ids of \`londonScp { termsOfReference { clauses { id } } }\`.`;
    }),
  ],
  requires: [
    check<AddProcedureInput>('TITLE_TAKEN', 'title', async ({ title }, manager) => {
      // One at a time, so that of two with one title the second sees the first.
      await manager.query('LOCK TABLE procedure IN SHARE ROW EXCLUSIVE MODE');
      const isTaken = await manager.existsBy(ProcedureRecord, { title });
      return isTaken && `Another procedure is called "${title}". Give it a title of its own.`;
    }),
  ],
  demonstration: 'refuses',
});
