import { AppointsLayMembers } from '@hub/contract';
import type { PartnershipModule } from '@hub/partnership';
import { AppointsLayMembersResolver, LayMemberResolver } from './appoints-lay-members-resolver';
import { LayMembersAreAppointments1764900002001 } from './lay-members-are-appointments-migration';
import { LayMembers1763773200000 } from './lay-members-migration';

/** Redbridge's lay members: up to three, for three years, renewable (RED-20). They are recorded as other appointments are. */
export const layMembersModule: PartnershipModule = () => ({
  capabilities: [AppointsLayMembers],
  resolvers: [AppointsLayMembersResolver, LayMemberResolver],
  migrations: [LayMembers1763773200000, LayMembersAreAppointments1764900002001],
});
