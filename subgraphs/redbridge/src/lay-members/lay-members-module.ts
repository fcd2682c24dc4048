import { AppointsLayMembers } from '@hub/contract';
import type { PartnershipModule } from '@hub/partnership';
import { AppointsLayMembersResolver, LayMemberResolver } from './appoints-lay-members-resolver';
import { layMemberSchema } from './lay-member-record';
import { LayMembers1763773200000 } from './lay-members-migration';
import { loadLayMembers } from './load-lay-members';

/** Redbridge's lay members: up to three, for three years, renewable (RED-20). */
export const layMembersModule: PartnershipModule = () => ({
  capabilities: [AppointsLayMembers],
  resolvers: [AppointsLayMembersResolver, LayMemberResolver],
  entities: [layMemberSchema],
  migrations: [LayMembers1763773200000],
  load: loadLayMembers,
});
