import { Expenditure } from './expenditure';

/** An expenditure as stored. */
export class ExpenditureRecord extends Expenditure {
  financialYear!: string;
}
