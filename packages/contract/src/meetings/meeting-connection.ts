import { connectionOf } from '../paging/connection';
import { Meeting } from './meeting';

/** Pages of meetings, latest first. */
export const MeetingConnection = connectionOf('Meeting', Meeting);
