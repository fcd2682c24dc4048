import { londonScp } from '../../../subgraphs/london-scp/src/london-scp';
import { describeBusinessGuide } from '../../support/guides/describe-business-guide';

describeBusinessGuide(londonScp);
