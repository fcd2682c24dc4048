import { meetingRecordOf } from '@hub/partnership';

/** Meetings of the Executive (LON-27), once a reference. */
export const executiveMeeting = meetingRecordOf({
  name: 'ExecutiveMeeting',
  mutation: 'recordExecutiveMeeting',
  clauses: ['LON-25', 'LON-26', 'LON-27'],
  description:
    'Records a meeting of the Executive, with everybody who came. A delegate without every test of authority of the document represents nobody (LON-26). Once a reference.',
  scope: 'decisions:write',
});
