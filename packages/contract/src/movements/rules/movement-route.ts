import { type MovementCategory } from '../movement-category';

/**
 * Which procedure a movement follows. `TRANSFER`: responsibility may pass to the destination. `PLACEMENT`: the placing
 * authority stays responsible and the host is told. `MISSING`: the procedure for missing children, instead of transfer.
 */
export type MovementRoute = 'TRANSFER' | 'PLACEMENT' | 'MISSING';

/** What the procedures say of a category. */
export interface CategoryProcedure {
  route: MovementRoute;
  /** Whether responsibility passes only after a conference. `NOT_SPECIFIED`: no source asks for one, none forbids one. */
  conference: 'REQUIRED' | 'NOT_SPECIFIED' | 'NONE';
  /** Why responsibility never passes, where the procedure is that of a transfer. */
  keepsResponsible?: string;
  /** Where it was read. */
  source: string;
}

const SILENT = 'No source that was read describes a conference.';

/** The procedure of each category. */
export const CATEGORY_PROCEDURES: Readonly<Record<MovementCategory, CategoryProcedure>> = {
  CHILD_PROTECTION_PLAN: {
    route: 'TRANSFER',
    conference: 'REQUIRED',
    source: "Working Together, as Nottinghamshire's procedures quote it: the plan ends only after the conference.",
  },
  CHILD_IN_NEED_PLAN: {
    route: 'TRANSFER',
    conference: 'NOT_SPECIFIED',
    source: 'London procedures, September 2022: "equitable to" that of protection plans; its text could not be read.',
  },
  SECTION_47_ENQUIRY: {
    route: 'TRANSFER',
    conference: 'NOT_SPECIFIED',
    source: 'Swindon: ordinarily concluded before responsibility passes, which is not a bar to it.',
  },
  ASSESSMENT: {
    route: 'TRANSFER',
    conference: 'NOT_SPECIFIED',
    source: 'Swindon: ordinarily concluded before responsibility passes, which is not a bar to it.',
  },
  LOOKED_AFTER_PLACEMENT: {
    route: 'PLACEMENT',
    conference: 'NONE',
    source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulations 11 and 13.',
  },
  EARLY_HELP: { route: 'TRANSFER', conference: 'NOT_SPECIFIED', source: SILENT },
  MISSING: {
    route: 'MISSING',
    conference: 'NONE',
    source: 'London procedures, PG32: a child who cannot be located follows it instead of transfer.',
  },
  HOMELESSNESS_TEMPORARY_ACCOMMODATION: { route: 'TRANSFER', conference: 'NOT_SPECIFIED', source: SILENT },
  CARE_LEAVER: {
    route: 'TRANSFER',
    conference: 'NOT_SPECIFIED',
    keepsResponsible: 'Children Act 1989, section 23A(4): the authority that last looked after them.',
    source: SILENT,
  },
  OTHER: { route: 'TRANSFER', conference: 'NOT_SPECIFIED', source: SILENT },
};

/** Whether responsibility may pass by a movement of a category. */
export function passesResponsibility(category: MovementCategory): boolean {
  const { route, keepsResponsible } = CATEGORY_PROCEDURES[category];
  return route === 'TRANSFER' && keepsResponsible === undefined;
}
