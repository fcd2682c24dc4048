import { Appointment } from '@hub/contract';

/** An appointment as stored. The end of its term is derived, never stored, and who it is is not known here. */
export class AppointmentRecord extends Appointment {
  reference!: string;

  seatId!: string | null;

  /** Of a body whose document lists no seats. */
  bodyId!: string | null;

  /** Reference of the appointment that it renews. */
  renewsReference!: string | null;
}
