import { type JudgedBy, type Obligation } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** What a document obliges to, as stored, in its order. How it stands is derived, never stored. */
export class ObligationRuleRecord implements Pick<Obligation, 'id' | 'topic' | 'rule'> {
  /** Id of the governing document that says it. */
  documentId!: string;
  id!: string;
  clauseId!: string | null;
  topic!: Obligation['topic'];
  rule!: string;
  bodyId!: string | null;
  judgedBy!: JudgedBy;
  /** Place among what all documents oblige to, from 0. */
  position!: number;
}

/** Table `obligation_rule`. */
export const obligationRuleSchema = new EntitySchema<ObligationRuleRecord>({
  name: 'ObligationRule',
  tableName: 'obligation_rule',
  target: ObligationRuleRecord,
  columns: {
    documentId: { type: 'text', name: 'document_id', primary: true },
    id: { type: 'text', primary: true },
    clauseId: { type: 'text', name: 'clause_id', nullable: true },
    topic: { type: 'text' },
    rule: { type: 'text' },
    bodyId: { type: 'text', name: 'body_id', nullable: true },
    judgedBy: { type: 'jsonb', name: 'judged_by' },
    position: { type: 'integer' },
  },
});
