import { AddProcedureMutation } from './add-procedure';
import { PublishProcedureEditionMutation } from './publish-procedure-edition';
import { RecordProcedureRuleMutation } from './record-procedure-rule';

/** What the London SCP records of procedures. */
export const procedureMutations = [AddProcedureMutation, PublishProcedureEditionMutation, RecordProcedureRuleMutation];
