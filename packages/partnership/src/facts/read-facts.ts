import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Facts } from './facts';
import { checkFacts } from './check-facts';
import {
  agenciesFile,
  bodiesFile,
  clausesFile,
  obligationsFile,
  prioritiesFile,
  relationsFile,
  statutoryPartnersFile,
  termsOfReferenceFile,
  thresholdDocumentFile,
} from './facts-schema';
import { reportsFile } from './reports-file';
import { readYaml } from './read-yaml';
import { withSeatIds } from './seat-ids';

/**
 * Reads a partnership's facts folder.
 *
 * @param folder - folder with the YAML files described in `facts-schema.ts`, all but `threshold-document.yaml` and `reports.yaml` required.
 * @throws {@link FactsError} when a file is missing or misshapen, or when files contradict each other.
 */
export function readFacts(folder: string): Facts {
  const thresholds = join(folder, 'threshold-document.yaml');
  const reports = join(folder, 'reports.yaml');
  const facts: Facts = {
    clauses: readYaml(join(folder, 'clauses.yaml'), clausesFile),
    termsOfReference: readYaml(join(folder, 'terms-of-reference.yaml'), termsOfReferenceFile),
    agencies: readYaml(join(folder, 'agencies.yaml'), agenciesFile),
    statutoryPartners: readYaml(join(folder, 'statutory-partners.yaml'), statutoryPartnersFile),
    bodies: withSeatIds(readYaml(join(folder, 'bodies.yaml'), bodiesFile)),
    priorities: readYaml(join(folder, 'priorities.yaml'), prioritiesFile),
    relations: readYaml(join(folder, 'relations.yaml'), relationsFile),
    obligations: readYaml(join(folder, 'obligations.yaml'), obligationsFile),
    thresholdDocument: existsSync(thresholds) ? readYaml(thresholds, thresholdDocumentFile) : null,
    reports: existsSync(reports) ? readYaml(reports, reportsFile) : [],
  };
  checkFacts(folder, facts);
  return facts;
}
