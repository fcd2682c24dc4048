import { AdoptsProcedures } from '@hub/contract';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import { AdoptsProceduresResolver } from './adopts-procedures-resolver';
import { agreementSignature, AgreementSignatureRecord } from './agreement-signature-record';
import { demonstrationAdoptions } from './demonstration-adoptions';
import {
  demonstrationSignatures,
  demonstrationThresholdDocuments,
  demonstrationTraining,
} from './demonstration-practice';
import {
  ProcedureAdoptionResolver,
  ProcedureTrainingResolver,
  ThresholdDocumentResolver,
} from './edition-reference-resolvers';
import { loadThresholdRequirement } from './load-threshold-requirement';
import { procedureAdoption, ProcedureAdoptionRecord } from './procedure-adoption-record';
import { PartnershipProcedures1763769600310 } from './procedure-migration';
import { ProcedureReferences1764400000101 } from './procedure-references-migration';
import { procedureTraining, ProcedureTrainingRecord } from './procedure-training-record';
import { thresholdDocument, ThresholdDocumentRecord } from './threshold-document-record';
import { thresholdDocumentEvidence } from './threshold-document-evidence';
import { thresholdRequirementSchema } from './threshold-requirement-record';

/** Make the tables of what a partnership does with shared procedures. */
export const procedureMigrations = [PartnershipProcedures1763769600310, ProcedureReferences1764400000101];

/** What a partnership does with shared procedures: adoptions, signatures, its threshold document, and training. */
export const procedures: PartnershipModule = ({ id, facts }) => ({
  capabilities: [AdoptsProcedures],
  resolvers: [
    ...[AdoptsProceduresResolver, ProcedureAdoptionResolver, ProcedureTrainingResolver, ThresholdDocumentResolver],
  ],
  records: [procedureAdoption, agreementSignature, thresholdDocument, procedureTraining],
  facts: [thresholdRequirementSchema],
  evidence: thresholdDocumentEvidence,
  migrations: procedureMigrations,
  async load(manager, options) {
    await loadThresholdRequirement(manager, id, facts());
    await loadDemonstration(manager, 'procedures', options, [
      demonstrates(ProcedureAdoptionRecord, () => demonstrationAdoptions(id)),
      demonstrates(AgreementSignatureRecord, () => demonstrationSignatures(id, facts())),
      demonstrates(ThresholdDocumentRecord, () => demonstrationThresholdDocuments(id, facts())),
      demonstrates(ProcedureTrainingRecord, () => demonstrationTraining(id)),
    ]);
  },
});
