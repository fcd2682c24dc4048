import { connectionOf } from '../paging/connection';
import { ScheduledMeeting } from './scheduled-meeting';

/** Pages of planned meetings, latest first. */
export const ScheduledMeetingConnection = connectionOf('ScheduledMeeting', ScheduledMeeting);
