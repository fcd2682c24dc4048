import { join } from 'node:path';
import { definePartnership } from '@hub/partnership';
import { compositionsModule } from './compositions/compositions-module';
import { localGroupsModule } from './local-groups/local-groups-module';
import { provisionModule } from './provision/provision-module';

/** The subgraph of the tri-borough partnership. */
export const triBorough = definePartnership({
  id: 'tri-borough',
  typeName: 'TriBoroughPartnership',
  localAuthorities: ['E09000013', 'E09000020', 'E09000033'],
  factsFolder: join(__dirname, '..', 'facts'),
  modules: [localGroupsModule, compositionsModule, provisionModule],
});
