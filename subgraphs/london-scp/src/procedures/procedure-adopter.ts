import { AdoptsProcedures, LocalPartnership } from '@hub/contract';
import { externalView } from '../directory/external-view';

/** What the London SCP requires of every partnership to say who works to which edition, and who has signed. */
export const ProcedureAdopter = externalView(
  [AdoptsProcedures, LocalPartnership],
  ['procedureAdoptions', 'agreementSignatures', 'statutoryPartners'],
);
