import { bigintNumber } from '@hub/subgraph-kit';
import { EntitySchema } from 'typeorm';
import { ExecutiveDecision } from './executive-decision';
import { SignOff } from './sign-off';

/** A decision as stored. Whether it is final is derived from its sign-offs, never stored. */
export class ExecutiveDecisionRecord extends ExecutiveDecision {}

/** A sign-off as stored. */
export class SignOffRecord extends SignOff {
  decisionId!: string;
}

/** The tables of decisions. */
export const decisionSchemas = [
  new EntitySchema<ExecutiveDecisionRecord>({
    name: 'ExecutiveDecision',
    tableName: 'executive_decision',
    target: ExecutiveDecisionRecord,
    columns: {
      id: { type: 'text', primary: true },
      reference: { type: 'text' },
      title: { type: 'text' },
      kind: { type: 'text' },
      decidedOn: { type: 'date', name: 'decided_on' },
      amountPence: { type: 'bigint', name: 'amount_pence', nullable: true, transformer: bigintNumber },
      isSynthetic: { type: 'boolean', name: 'is_synthetic' },
    },
  }),
  new EntitySchema<SignOffRecord>({
    name: 'SignOff',
    tableName: 'decision_sign_off',
    target: SignOffRecord,
    columns: {
      decisionId: { type: 'text', name: 'decision_id', primary: true },
      sector: { type: 'text', primary: true },
      signedOn: { type: 'date', name: 'signed_on' },
      byRole: { type: 'text', name: 'by_role' },
    },
  }),
];
