import { lambeth } from '../../../subgraphs/lambeth/src/lambeth';
import { describeDatabase } from '../../support/describe-database';

describeDatabase(lambeth);
