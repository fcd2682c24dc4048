import { financialYearBounds } from '@hub/contract';
import { allOf, defineGroupLoader, wholeTable } from '@hub/subgraph-kit';
import { Between } from 'typeorm';
import { agreementSignature } from './agreement-signature-record';
import { procedureAdoption } from './procedure-adoption-record';
import { procedureTraining, ProcedureTrainingRecord } from './procedure-training-record';
import { thresholdDocument } from './threshold-document-record';
import { ThresholdRequirementRecord } from './threshold-requirement-record';

/** Every adoption, latest first. */
export const procedureAdoptions = allOf(procedureAdoption);

/** Every signature with its agency, latest first. Agencies and agreements bound how many there are. */
export const agreementSignatures = allOf(agreementSignature);

/** Every threshold document: one every two years or so. */
export const thresholdDocuments = allOf(thresholdDocument);

/** What the terms of reference ask of the threshold document, in a list of none or one. */
export const thresholdRequirements = wholeTable(ThresholdRequirementRecord);

/** Training by financial year, in the order in which it was held. */
export const trainingOfYear = defineGroupLoader<string, ProcedureTrainingRecord & { financialYear: string }>(
  async (years, context) => {
    const bounds = years.map((year) => ({ year, ...financialYearBounds(year) }));
    const rows = await context.dataSource.getRepository(ProcedureTrainingRecord).find({
      where: bounds.map(({ from, to }) => ({ heldOn: Between(from, to) })),
      order: procedureTraining.order,
    });
    return rows.map((row) =>
      Object.assign(row, {
        financialYear: bounds.find(({ from, to }) => from <= row.heldOn && row.heldOn <= to)!.year,
      }),
    );
  },
  (training) => training.financialYear,
);
