import { connectionOf } from '@hub/contract';
import { NetworkMeeting } from './network-meeting';

/** Pages of a network's meetings, latest first. */
export const NetworkMeetingConnection = connectionOf('NetworkMeeting', NetworkMeeting);
