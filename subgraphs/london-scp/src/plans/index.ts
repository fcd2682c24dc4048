import { demonstrates, loadDemonstration, type SubgraphModule } from '@hub/subgraph-kit';
import { demonstrationResponses } from './demonstration-responses';
import { LondonPlans1764900004300 } from './london-plans-migration';
import { londonResponse, LondonResponseRecord } from './london-response-record';
import { LondonResponseResolver } from './london-response-resolver';

/** Where the London SCP adds value to what partnerships do (LON-05, LON-11 to LON-13). */
export const plans: SubgraphModule = {
  resolvers: [LondonResponseResolver],
  records: [londonResponse],
  migrations: [LondonPlans1764900004300],
  load: (manager, options) =>
    loadDemonstration(manager, 'responses', options, [demonstrates(LondonResponseRecord, demonstrationResponses)]),
};
