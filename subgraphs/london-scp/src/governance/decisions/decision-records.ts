import { check, defineRecord, findRow, notBlank, positive, type Naming } from '@hub/subgraph-kit';
import { DecisionKind } from './decision-kind';
import { ExecutiveDecision } from './executive-decision';
import { ExecutiveDecisionPayload } from './executive-decision-payload';
import { RecordExecutiveDecisionInput } from './record-executive-decision-input';

/** A decision as stored. Whether it is final is derived from its sign-offs, never stored. */
export class ExecutiveDecisionRecord extends ExecutiveDecision {}

/** The id of the decision of a reference. */
export const decisionIdOf = (reference: string) => `decision:${reference}`;

/** The reference of the decision of an id. */
export const decisionReferenceOf = (id: string) => id.slice('decision:'.length);

/** Decisions of the Executive, once a reference. */
export const executiveDecision = defineRecord({
  row: ExecutiveDecisionRecord,
  table: 'executive_decision',
  stored: { awaitedSectors: null, isFinal: null, finalOn: null },
  order: { decidedOn: 'DESC', id: 'DESC' },
  mutation: 'recordExecutiveDecision',
  clauses: ['LON-28', 'LON-33', 'LON-34'],
  description: 'Records a decision of the Executive. The same again changes nothing.',
  input: RecordExecutiveDecisionInput,
  about: 'The decision.',
  answers: { as: 'decision', payload: ExecutiveDecisionPayload },
  scope: 'decisions:write',
  by: ['reference'],
  content: ({ title, kind, decidedOn, amountPence }) => ({ title, kind, decidedOn, amountPence: amountPence ?? null }),
  derived: ({ reference }) => ({ id: decisionIdOf(reference) }),
  named: ({ reference }) => `The decision ${JSON.stringify(reference)}`,
  checks: [
    notBlank('reference', 'title'),
    check<RecordExecutiveDecisionInput>('AMOUNT_NOT_FOR_KIND', 'amountPence', ({ kind, amountPence }) => {
      return (
        kind !== DecisionKind.FUNDING &&
        typeof amountPence === 'number' &&
        `A decision of kind ${kind} has no amount. Leave it out, or record a decision of kind FUNDING.`
      );
    }),
    positive('amountPence'),
  ],
  // Networks and spending rest on decisions, and nothing real on one of the demonstration.
  demonstration: 'refuses',
});

/** A decision that an input names. */
export const decisionNamed: Naming = {
  code: 'DECISION_UNKNOWN',
  find: async (reference, manager) => (await findRow(manager, executiveDecision, { reference }))?.reference ?? null,
  // A reference that is left blank is said to be missing.
  refusal: (reference) =>
    reference !== '' &&
    `The Executive has recorded no decision ${JSON.stringify(reference)}. Record it by recordExecutiveDecision, or correct the reference.`,
};
