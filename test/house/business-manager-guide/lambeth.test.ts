import { lambeth } from '../../../subgraphs/lambeth/src/lambeth';
import { describeBusinessGuide } from '../../support/guides/describe-business-guide';

describeBusinessGuide(lambeth);
