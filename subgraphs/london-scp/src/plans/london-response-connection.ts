import { connectionOf } from '@hub/contract';
import { LondonResponse } from './london-response';

/** Pages of responses, latest first. */
export const LondonResponseConnection = connectionOf('LondonResponse', LondonResponse);
