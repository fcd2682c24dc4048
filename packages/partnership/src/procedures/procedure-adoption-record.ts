import { DateScalar, ProcedureAdoption } from '@hub/contract';
import { defineRecord } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { isEdition } from './checks';

/** An adoption as stored. */
export class ProcedureAdoptionRecord extends ProcedureAdoption {
  /** Id of the edition adopted. */
  editionId!: string;
}

/** What is recorded of an adoption. */
@InputType({ description: 'That the partnership adopts an edition of a shared procedure.' })
export class AdoptProcedureInput {
  @Field(() => ID, { description: 'Id of the procedure, as `london-procedures`.' })
  procedureId!: string;

  @Field(() => ID, { description: 'Id of the edition, as `london-procedures:2026-03`. One adoption an edition.' })
  editionId!: string;

  @Field(() => DateScalar, { description: 'The day from which the partnership works to it; not after today.' })
  adoptedOn!: string;

  @Field(() => String, { nullable: true, description: 'Reference of the decision to adopt it.' })
  decisionReference?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Local variations from the edition, in words. None by default.',
  })
  localVariations?: string[] | null;
}

/** Adoptions of shared procedures, once an edition. */
export const procedureAdoption = defineRecord({
  row: ProcedureAdoptionRecord,
  table: 'procedure_adoption',
  stored: { editionId: 'text' },
  order: { adoptedOn: 'DESC', id: 'DESC' },
  mutation: 'adoptProcedure',
  clauses: ['HAV-07', 'RED-03'],
  description: 'Records that the partnership adopts an edition of a shared procedure. Once an edition.',
  input: AdoptProcedureInput,
  about: 'The adoption.',
  answers: { as: 'adoption', type: ProcedureAdoption, what: 'The adoption', result: 'recording an adoption' },
  by: ['procedureId', 'editionId'],
  content: ({ adoptedOn, decisionReference, localVariations }) => ({
    adoptedOn,
    decisionReference: decisionReference ?? null,
    localVariations: localVariations ?? [],
  }),
  derived: ({ editionId }, { id }) => ({ id: `${id}:${editionId}` }),
  named: ({ editionId }) => `The adoption of ${editionId}`,
  checks: [isEdition('editionId', 'procedureId')],
  demonstration: 'displaces',
});
