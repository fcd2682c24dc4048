import { adoptProcedureMutation } from './adopt-procedure';
import { recordProcedureTrainingMutation } from './record-procedure-training';
import { recordThresholdDocumentMutation } from './record-threshold-document';
import { signAgreementMutation } from './sign-agreement';

/** What a partnership records of its work with shared procedures. */
export function procedureMutations(prefix: string): Function[] {
  return [
    adoptProcedureMutation(prefix),
    signAgreementMutation(prefix),
    recordThresholdDocumentMutation(prefix),
    recordProcedureTrainingMutation(prefix),
  ];
}
