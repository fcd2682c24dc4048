import { havering } from '../../../subgraphs/havering/src/havering';
import { describeBusinessGuide } from '../../support/guides/describe-business-guide';

describeBusinessGuide(havering);
