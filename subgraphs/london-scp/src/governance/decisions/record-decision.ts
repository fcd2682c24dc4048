import { Refusal, requiredText } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { DecisionKind } from './decision-kind';
import { ExecutiveDecisionRecord } from './decision-records';
import type { RecordExecutiveDecisionInput } from './record-executive-decision-input';

/** Records a decision under its reference, once. */
export async function recordDecision(
  manager: EntityManager,
  input: RecordExecutiveDecisionInput,
): Promise<ExecutiveDecisionRecord> {
  const reference = requiredText(input.reference, 'reference');
  const content = {
    title: requiredText(input.title, 'title'),
    kind: input.kind,
    decidedOn: input.decidedOn,
    amountPence: input.amountPence ?? null,
  };
  if (content.amountPence !== null) refuseAmount(content.kind, content.amountPence);
  const row = { ...content, id: `decision:${reference}`, reference, isSynthetic: false };
  // The database decides which of two callers is first; the other finds the first one's record below.
  await manager.createQueryBuilder().insert().into(ExecutiveDecisionRecord).values(row).orIgnore().execute();
  const stored = await manager.findOneByOrFail(ExecutiveDecisionRecord, { reference });
  const isSame = Object.entries(content).every(([key, value]) => stored[key as keyof typeof content] === value);
  if (isSame && !stored.isSynthetic) return stored;
  throw new Refusal({
    field: ['input', 'reference'],
    message: `The reference ${JSON.stringify(reference)} stands for another decision. Record this one under a reference of its own.`,
    code: 'REFERENCE_TAKEN',
  });
}

function refuseAmount(kind: DecisionKind, amountPence: number): void {
  if (kind !== DecisionKind.FUNDING) {
    throw new Refusal({
      field: ['input', 'amountPence'],
      message: `A decision of kind ${kind} has no amount. Leave it out, or record a decision of kind FUNDING.`,
      code: 'AMOUNT_NOT_FOR_KIND',
    });
  }
  if (amountPence <= 0) {
    throw new Refusal({
      field: ['input', 'amountPence'],
      message: 'The amount of a funding decision is more than nothing. Leave it out where the decision states no sum.',
      code: 'AMOUNT_NOT_POSITIVE',
    });
  }
}
