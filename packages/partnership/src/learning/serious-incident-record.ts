import { DateScalar, IncidentCategory, SeriousIncident } from '@hub/contract';
import { check, defineRecord, fitsIntoId, ownReference } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';

/** An incident as stored. What a child could be recognised by has no place in it. */
export class SeriousIncidentRecord extends SeriousIncident {}

/** What is recorded of an incident. */
@InputType({ description: 'A serious safeguarding incident, without anything by which a child can be recognised.' })
export class RecordSeriousIncidentInput {
  @Field(() => String, { description: "The partnership's own reference, as `SI/2026/3`; never of a child." })
  reference!: string;

  @Field(() => DateScalar, {
    description:
      'The day of the incident; where it is not known, that on which the local authority learned of it. Not after today.',
  })
  occurredOn!: string;

  @Field(() => ID, { description: 'GSS code of the local authority in whose area it was, as `E09000022`.' })
  localAuthorityCode!: string;

  @Field(() => IncidentCategory, { description: 'Why it is notified.' })
  category!: IncidentCategory;
}

/** Serious incidents, once a reference (LAM-15, TRI-24). */
export const seriousIncident = defineRecord({
  row: SeriousIncidentRecord,
  table: 'serious_incident',
  stored: { workingDaysToNotify: null },
  order: { occurredOn: 'DESC', id: 'DESC' },
  mutation: 'recordSeriousIncident',
  clauses: ['LAM-15', 'TRI-24'],
  description: 'Records a serious safeguarding incident, without anything of the child. Once a reference.',
  input: RecordSeriousIncidentInput,
  about: 'The incident.',
  answers: { as: 'incident', type: SeriousIncident, what: 'The incident', result: 'recording a serious incident' },
  by: ['reference'],
  content: ({ occurredOn, localAuthorityCode, category }) => ({ occurredOn, localAuthorityCode, category }),
  derived: ({ reference }, { id }) => ({ id: `${id}:incident:${reference}` }),
  named: ({ reference }) => `The incident ${reference}`,
  checks: [
    fitsIntoId('reference'),
    check<RecordSeriousIncidentInput>('LOCAL_AUTHORITY_UNKNOWN', 'localAuthorityCode', ({ localAuthorityCode }) => {
      const isCode = /^E09\d{6}$/.test(localAuthorityCode);
      return !isCode && `${JSON.stringify(localAuthorityCode)} is no GSS code in London. Give one such as E09000022.`;
    }),
  ],
  demonstration: 'displaces',
});

/** An incident that an input names. */
export const incidentNamed = ownReference(
  seriousIncident,
  'INCIDENT_UNKNOWN',
  'Record the incident by recordSeriousIncident',
);
