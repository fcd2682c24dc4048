import { londonScp } from '../../../subgraphs/london-scp/src/london-scp';
import { describeDatabase } from '../../support/describe-database';

describeDatabase(londonScp);
