import type { z } from 'zod';
import type {
  agenciesFile,
  clausesFile,
  obligationsFile,
  prioritiesFile,
  relationsFile,
  statutoryPartnersFile,
  termsOfReferenceFile,
  thresholdDocumentFile,
} from './facts-schema';
import type { reportsFile } from './reports-file';
import type { BodyFacts } from './seat-ids';

/** What a partnership's facts folder says, as read and checked. */
export interface Facts {
  clauses: z.infer<typeof clausesFile>;
  termsOfReference: z.infer<typeof termsOfReferenceFile>;
  agencies: z.infer<typeof agenciesFile>;
  statutoryPartners: z.infer<typeof statutoryPartnersFile>;
  bodies: BodyFacts[];
  priorities: z.infer<typeof prioritiesFile>;
  relations: z.infer<typeof relationsFile>;
  obligations: z.infer<typeof obligationsFile>;
  /** Null where the document asks for no threshold document: the file is left out. */
  thresholdDocument: z.infer<typeof thresholdDocumentFile> | null;
  /** Empty where the document speaks of no reports: the file is left out. */
  reports: z.infer<typeof reportsFile>;
}
