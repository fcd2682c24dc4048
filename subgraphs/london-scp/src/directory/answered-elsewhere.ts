import { RecordKeeper } from '../movements/reconciliation/record-keeper';
import { ProcedureAdopter } from '../procedures/procedure-adopter';
import { NetworkRespondent } from '../networks/network-respondent';

/**
 * Capability interfaces that partnerships' own subgraphs serve, as this subgraph sees them: their fields are `@external`
 * here, so that a reducer may require them. Every partnership type of the directory implements them all.
 */
export const answeredElsewhere: readonly Function[] = [NetworkRespondent, ProcedureAdopter, RecordKeeper];
