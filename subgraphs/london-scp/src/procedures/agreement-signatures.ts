import type { AgreementSignature, StatutoryPartner } from '@hub/contract';
import { reduceOver, type Answered } from '../directory/reduce-over';
import { reduceSignatures } from './reduce-signatures';
import type { SignatureSummary } from './signature-summary';

/** What partnerships say of signatures under one agreement. */
export const agreementSignatures = reduceOver(
  'adopters',
  'AdoptsProcedures',
  'agreementSignatures { procedureId signedOn agency { id name sector } } statutoryPartners { agency { id name sector } }',
  (
    {
      answers,
      coverage,
    }: Answered<{ agreementSignatures: AgreementSignature[]; statutoryPartners: StatutoryPartner[] }>,
    _context,
    procedureId: string,
  ): SignatureSummary => ({
    coverage,
    ...reduceSignatures(
      answers.map(({ partnership, agreementSignatures, statutoryPartners }) => ({
        partnership,
        statutoryAgencies: statutoryPartners.map(({ agency }) => agency),
        signatures: agreementSignatures.filter((signature) => signature.procedureId === procedureId),
      })),
    ),
  }),
);
