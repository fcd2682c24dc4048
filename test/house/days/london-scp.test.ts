import { londonScp } from '../../../subgraphs/london-scp/src/london-scp';
import { describeDays } from '../../support/describe-days';

const MEETING = 'an invitation names a meeting that is still to be held';
const EDITION = 'an edition is published before it comes into force';
const CHAIR = 'only the chair is asked on: whoever is not the chair is refused before (NOT_THE_CHAIR)';
const INSTALMENTS = 'instalments are agreed before they are due';
const RULE = 'a rule is recorded before it holds';

describeDays(londonScp, {
  ...{ 'inviteNetworkReport.executiveMeetingOn': MEETING, 'correctNetworkReport.executiveMeetingOn': MEETING },
  ...{ 'publishProcedureEdition.inForceFrom': EDITION, 'correctProcedureEdition.inForceFrom': EDITION },
  ...{ 'reportToCelc.reportedOn': CHAIR, 'correctCelcReport.reportedOn': CHAIR },
  ...{ 'agreeInstalments.instalments.dueOn': INSTALMENTS },
  ...{ 'correctInstalmentAgreement.instalments.dueOn': INSTALMENTS },
  ...{ 'recordProcedureRule.validFrom': RULE, 'correctProcedureRule.validFrom': RULE },
});
