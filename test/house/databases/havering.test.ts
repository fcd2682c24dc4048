import { havering } from '../../../subgraphs/havering/src/havering';
import { describeDatabase } from '../../support/describe-database';

describeDatabase(havering);
