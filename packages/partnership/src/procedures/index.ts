import { AdoptsProcedures } from '@hub/contract';
import { demonstrates, loadDemonstration } from '@hub/subgraph-kit';
import type { PartnershipModule } from '../partnership-module';
import { camelCase } from '../recording/camel-case';
import { adoptProcedureMutation } from './adopt-procedure';
import { AdoptsProceduresResolver } from './adopts-procedures-resolver';
import { AgreementSignatureRecord, agreementSignatureSchema } from './agreement-signature-record';
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
import { ProcedureAdoptionRecord, procedureAdoptionSchema } from './procedure-adoption-record';
import { PartnershipProcedures1763769600310 } from './procedure-migration';
import { ProcedureTrainingRecord, procedureTrainingSchema } from './procedure-training-record';
import { recordProcedureTrainingMutation } from './record-procedure-training';
import { recordThresholdDocumentMutation } from './record-threshold-document';
import { signAgreementMutation } from './sign-agreement';
import {
  ThresholdDocumentRecord,
  thresholdDocumentSchema,
  thresholdRequirementSchema,
} from './threshold-document-record';

/** Tables of what a partnership does with shared procedures. */
export const procedureTables = {
  entities: [
    ...[agreementSignatureSchema, procedureAdoptionSchema, procedureTrainingSchema],
    ...[thresholdDocumentSchema, thresholdRequirementSchema],
  ],
  migrations: [PartnershipProcedures1763769600310],
};

/** What a partnership does with shared procedures: adoptions, signatures, its threshold document, and training. */
export const procedures: PartnershipModule = ({ id, facts }) => ({
  capabilities: [AdoptsProcedures],
  resolvers: [
    AdoptsProceduresResolver,
    ProcedureAdoptionResolver,
    ProcedureTrainingResolver,
    ThresholdDocumentResolver,
  ],
  ownApi: [
    ...[adoptProcedureMutation, signAgreementMutation].map((mutation) => mutation(camelCase(id))),
    ...[recordThresholdDocumentMutation, recordProcedureTrainingMutation].map((mutation) => mutation(camelCase(id))),
  ],
  ...procedureTables,
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
