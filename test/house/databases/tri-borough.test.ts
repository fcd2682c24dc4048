import { triBorough } from '../../../subgraphs/tri-borough/src/tri-borough';
import { describeDatabase } from '../../support/describe-database';

describeDatabase(triBorough);
