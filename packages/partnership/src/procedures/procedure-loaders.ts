import { financialYearBounds } from '@hub/contract';
import { defineGroupLoader, wholeTable } from '@hub/subgraph-kit';
import { Between } from 'typeorm';
import { AgreementSignatureRecord } from './agreement-signature-record';
import { ProcedureTrainingRecord } from './procedure-training-record';
import { ThresholdDocumentRecord, ThresholdRequirementRecord } from './threshold-document-record';
import { ProcedureAdoptionRecord } from './procedure-adoption-record';

/** Every signature with its agency, latest first. Agencies and agreements bound how many there are. */
export const agreementSignatures = wholeTable(AgreementSignatureRecord, {
  relations: { agency: true },
  order: { signedOn: 'DESC', id: 'ASC' },
});

/** Every threshold document: one every two years or so. */
export const thresholdDocuments = wholeTable(ThresholdDocumentRecord, { order: { id: 'ASC' } });

/** What the terms of reference ask of the threshold document, in a list of none or one. */
export const thresholdRequirements = wholeTable(ThresholdRequirementRecord);

/** Training by financial year, in the order in which it was held. */
export const trainingOfYear = defineGroupLoader<string, ProcedureTrainingRecord & { financialYear: string }>(
  async (years, context) => {
    const bounds = years.map((year) => ({ year, ...financialYearBounds(year) }));
    const rows = await context.dataSource.getRepository(ProcedureTrainingRecord).find({
      where: bounds.map(({ from, to }) => ({ heldOn: Between(from, to) })),
      order: { heldOn: 'ASC', id: 'ASC' },
    });
    return rows.map((row) =>
      Object.assign(row, {
        financialYear: bounds.find(({ from, to }) => from <= row.heldOn && row.heldOn <= to)!.year,
      }),
    );
  },
  (training) => training.financialYear,
);

/** Every adoption, latest first. */
export const procedureAdoptions = wholeTable(ProcedureAdoptionRecord, { order: { adoptedOn: 'DESC', id: 'DESC' } });
