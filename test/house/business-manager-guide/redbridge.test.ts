import { redbridge } from '../../../subgraphs/redbridge/src/redbridge';
import { describeBusinessGuide } from '../../support/guides/describe-business-guide';

describeBusinessGuide(redbridge);
