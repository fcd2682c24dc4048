import { join } from 'node:path';
import { definePartnership } from '@hub/partnership';
import { layMembersModule } from './lay-members/lay-members-module';
import { memberAgreementModule } from './member-agreement/member-agreement-module';

/** The subgraph of the redbridge partnership. */
export const redbridge = definePartnership({
  id: 'redbridge',
  typeName: 'RedbridgePartnership',
  localAuthorities: ['E09000026'],
  factsFolder: join(__dirname, '..', 'facts'),
  modules: [layMembersModule, memberAgreementModule],
});
