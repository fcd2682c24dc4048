import { check, defineRecord, notBlank, positive, recordSchema } from '@hub/subgraph-kit';
import { DecisionKind } from './decision-kind';
import { ExecutiveDecision } from './executive-decision';
import { ExecutiveDecisionPayload } from './executive-decision-payload';
import { RecordExecutiveDecisionInput } from './record-executive-decision-input';
import { SignOff } from './sign-off';

/** A decision as stored. Whether it is final is derived from its sign-offs, never stored. */
export class ExecutiveDecisionRecord extends ExecutiveDecision {}

/** A sign-off as stored. */
export class SignOffRecord extends SignOff {
  decisionId!: string;
}

/** Decisions of the Executive, once a reference. */
export const executiveDecision = defineRecord({
  row: ExecutiveDecisionRecord,
  table: 'executive_decision',
  stored: { awaitedSectors: null, isFinal: null, finalOn: null },
  order: { decidedOn: 'DESC', id: 'DESC' },
  mutation: 'recordExecutiveDecision',
  description: 'Records a decision of the Executive. The same again changes nothing.',
  input: RecordExecutiveDecisionInput,
  about: 'The decision.',
  answers: { as: 'decision', payload: ExecutiveDecisionPayload },
  scope: 'decisions:write',
  by: ['reference'],
  content: ({ title, kind, decidedOn, amountPence }) => ({ title, kind, decidedOn, amountPence: amountPence ?? null }),
  derived: ({ reference }) => ({ id: `decision:${reference}` }),
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

export const signOffSchema = recordSchema(SignOffRecord, 'decision_sign_off', {
  decisionId: { type: 'text', primary: true },
  sector: { type: 'text', primary: true },
});
