import { Seat } from '@hub/contract';
import { EntitySchema } from 'typeorm';

/** A seat as stored. */
export class SeatRecord extends Seat {
  /** Id of the governing document that says it. */
  documentId!: string;

  /** Id of the body it is a seat on. */
  bodyId!: string;

  /** Place in the membership list, from 0. */
  position!: number;
}

/** Table `seat`. */
export const seatSchema = new EntitySchema<SeatRecord>({
  name: 'Seat',
  tableName: 'seat',
  target: SeatRecord,
  columns: {
    documentId: { type: 'text', name: 'document_id' },
    id: { type: 'text', primary: true },
    bodyId: { type: 'text', name: 'body_id' },
    title: { type: 'text' },
    sector: { type: 'text' },
    capacity: { type: 'text' },
    places: { type: 'integer', nullable: true },
    placesRule: { type: 'text', name: 'places_rule' },
    termYears: { type: 'integer', name: 'term_years', nullable: true },
    isStatutoryPartner: { type: 'boolean', name: 'is_statutory_partner' },
    note: { type: 'text', nullable: true },
    sources: { type: 'text', array: true },
    position: { type: 'integer' },
  },
  relations: {
    agency: { type: 'many-to-one', target: 'AgencyRecord', joinColumn: { name: 'agency_id' }, nullable: true },
  },
});
