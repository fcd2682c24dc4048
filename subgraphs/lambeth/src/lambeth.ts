import { join } from 'node:path';
import { definePartnership } from '@hub/partnership';
import { learningHubsModule } from './learning-hubs/learning-hubs-module';

/** The subgraph of the lambeth partnership. */
export const lambeth = definePartnership({
  id: 'lambeth',
  typeName: 'LambethPartnership',
  localAuthorities: ['E09000022'],
  factsFolder: join(__dirname, '..', 'facts'),
  modules: [learningHubsModule],
});
