import { ChairAppointment } from '@hub/contract';

/** A chair as stored. */
export class ChairAppointmentRecord extends ChairAppointment {
  bodyId!: string;

  /** Reference of the appointment by which a deputy is a member. */
  memberReference!: string | null;
}
