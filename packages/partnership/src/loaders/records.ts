import { defineGroupLoader } from '@hub/subgraph-kit';
import { In } from 'typeorm';
import { ContributionRecord, NetworkConnectionRecord, ProcedureAdoptionRecord } from '../records';
import { wholeTable } from './whole-table';

/** Contributions of a financial year, with their agencies, by year. */
export const contributionsOfYear = defineGroupLoader<string, ContributionRecord>(
  (years, context) =>
    context.dataSource.getRepository(ContributionRecord).find({
      where: { financialYear: In([...years]) },
      relations: { agency: true },
      order: { id: 'ASC' },
    }),
  (contribution) => contribution.financialYear,
);

/** Every adoption, latest first. */
export const procedureAdoptions = wholeTable(ProcedureAdoptionRecord, { order: { adoptedOn: 'DESC', id: 'DESC' } });

/** Every connection of a body to a network: as many as networks and bodies, both few. */
export const networkConnections = wholeTable(NetworkConnectionRecord, { order: { networkId: 'ASC', bodyId: 'ASC' } });
