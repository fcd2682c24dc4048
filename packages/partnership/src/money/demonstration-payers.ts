import { Sector } from '@hub/contract';

/** An agency that pays into budgets in the demonstration data. */
export interface DemonstrationPayer {
  /** Id of the agency in its partnership's facts. */
  agencyId: string;
  sector: Sector;
}

/**
 * Who pays, by partnership: its statutory partners. The London SCP's own books name the same payers,
 * and no subgraph reads another's facts, so the list stands here for both sides.
 */
export const DEMONSTRATION_PAYERS: Readonly<Record<string, readonly DemonstrationPayer[]>> = {
  havering: [
    { agencyId: 'havering-council-childrens-services', sector: Sector.LOCAL_AUTHORITY },
    { agencyId: 'nel-ccg', sector: Sector.NHS },
    { agencyId: 'met-police-east-area-bcu', sector: Sector.POLICE },
  ],
  redbridge: [
    { agencyId: 'london-borough-of-redbridge', sector: Sector.LOCAL_AUTHORITY },
    { agencyId: 'nel-nhs', sector: Sector.NHS },
    { agencyId: 'met-police-east-area-bcu', sector: Sector.POLICE },
  ],
  lambeth: [
    { agencyId: 'lambeth-council', sector: Sector.LOCAL_AUTHORITY },
    { agencyId: 'lambeth-ccg', sector: Sector.NHS },
    { agencyId: 'met-police-lambeth-southwark', sector: Sector.POLICE },
  ],
  'tri-borough': [
    { agencyId: 'lbhf', sector: Sector.LOCAL_AUTHORITY },
    { agencyId: 'rbkc', sector: Sector.LOCAL_AUTHORITY },
    { agencyId: 'wcc', sector: Sector.LOCAL_AUTHORITY },
    { agencyId: 'nwl-ccgs', sector: Sector.NHS },
    { agencyId: 'met-police-central-west-bcu', sector: Sector.POLICE },
  ],
};
