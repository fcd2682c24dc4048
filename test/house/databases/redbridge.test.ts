import { redbridge } from '../../../subgraphs/redbridge/src/redbridge';
import { describeDatabase } from '../../support/describe-database';

describeDatabase(redbridge);
