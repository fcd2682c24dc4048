import { AccessRecord } from './access-record';
import { connectionOf } from '../paging/connection';

/** Pages of records of access, latest first. */
export const AccessRecordConnection = connectionOf('AccessRecord', AccessRecord);
