import { LocalAuthority } from '@hub/contract';
import { EntitySchema } from 'typeorm';
import { PartnershipAssertion } from './partnership-assertion';
import { PartnershipCoverage } from './partnership-coverage';

/** A local authority as stored. */
export class LocalAuthorityRecord extends LocalAuthority {
  dfeCode!: string;
  liiaCode!: string;
  name!: string;
  policeUnit!: string;
  icb!: string;
  icbSuccessor!: string | null;
  icbSuccessorFrom!: string | null;
  neighbourCodes!: string[];
  neighboursOutsideLondon!: string[];
}

/** A partnership of the directory as stored. */
export class PartnershipRecord {
  id!: string;
  name!: string;
  typeName!: string;
  position!: number;
}

/** A coverage as stored. */
export class CoverageRecord extends PartnershipCoverage {
  partnershipId!: string;
  localAuthorityCode!: string;
}

/** An assertion as stored. */
export class AssertionRecord extends PartnershipAssertion {
  partnershipId!: string;
  position!: number;
}

/** The tables of the directory. */
export const directorySchemas = [
  new EntitySchema<LocalAuthorityRecord>({
    name: 'LocalAuthority',
    tableName: 'local_authority',
    target: LocalAuthorityRecord,
    columns: {
      gssCode: { type: 'text', name: 'gss_code', primary: true },
      dfeCode: { type: 'text', name: 'dfe_code' },
      liiaCode: { type: 'text', name: 'liia_code' },
      name: { type: 'text' },
      policeUnit: { type: 'text', name: 'police_unit' },
      icb: { type: 'text' },
      icbSuccessor: { type: 'text', name: 'icb_successor', nullable: true },
      icbSuccessorFrom: { type: 'text', name: 'icb_successor_from', nullable: true },
      neighbourCodes: { type: 'text', name: 'neighbour_codes', array: true },
      neighboursOutsideLondon: { type: 'text', name: 'neighbours_outside_london', array: true },
    },
  }),
  new EntitySchema<PartnershipRecord>({
    name: 'Partnership',
    tableName: 'partnership',
    target: PartnershipRecord,
    columns: {
      id: { type: 'text', primary: true },
      name: { type: 'text' },
      typeName: { type: 'text', name: 'type_name' },
      position: { type: 'integer' },
    },
  }),
  new EntitySchema<CoverageRecord>({
    name: 'PartnershipCoverage',
    tableName: 'partnership_coverage',
    target: CoverageRecord,
    columns: {
      partnershipId: { type: 'text', name: 'partnership_id', primary: true },
      localAuthorityCode: { type: 'text', name: 'local_authority_code', primary: true },
      validFrom: { type: 'text', name: 'valid_from', nullable: true },
      validTo: { type: 'text', name: 'valid_to', nullable: true },
      sources: { type: 'text', array: true },
    },
  }),
  new EntitySchema<AssertionRecord>({
    name: 'PartnershipAssertion',
    tableName: 'partnership_assertion',
    target: AssertionRecord,
    columns: {
      partnershipId: { type: 'text', name: 'partnership_id', primary: true },
      position: { type: 'integer', primary: true },
      statement: { type: 'text' },
      validFrom: { type: 'text', name: 'valid_from', nullable: true },
      validTo: { type: 'text', name: 'valid_to', nullable: true },
      sourceKind: { type: 'text', name: 'source_kind' },
      source: { type: 'text' },
      assertedBy: { type: 'text', name: 'asserted_by' },
    },
  }),
];
