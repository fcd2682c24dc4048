import { ADJOINING_AUTHORITIES } from '@hub/contract';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FactsError, clauseId, gssCode, partialDate, readYaml, slug } from '@hub/partnership';
import { z } from 'zod';

const FOLDER = join(__dirname, '..', '..', 'directory');
const COLUMNS = 'gss,dfe_la,liia,name,police_unit,icb,icb_successor,icb_successor_from,neighbours_outside_london';

/** Name of a partnership's concrete type; its other types and its mutations are named after it. */
export const partnershipTypeName = z
  .string()
  .regex(/^[A-Z]/, 'must begin with a capital letter, as HaveringPartnership')
  .regex(/^[A-Za-z]*$/, 'must be of letters from A to Z alone, without digits, as HaveringPartnership')
  .regex(/..Partnership$/, 'must end in Partnership, after a name, as HaveringPartnership');

const partnershipsFile = z.array(
  z.strictObject({
    id: slug,
    name: z.string().min(1),
    /** Its concrete type in the graph, as `HaveringPartnership`. */
    typeName: partnershipTypeName,
    coverage: z.array(
      z.strictObject({
        localAuthority: gssCode,
        validFrom: partialDate.nullable(),
        validTo: partialDate.nullable(),
        sources: z.array(clauseId).min(1),
      }),
    ),
    assertions: z.array(
      z.strictObject({
        statement: z.string().min(1),
        validFrom: partialDate.nullable(),
        validTo: partialDate.nullable(),
        sourceKind: z.enum(['FOUNDING_DOCUMENT', 'PUBLIC_SOURCE']),
        source: z.string().min(1),
        assertedBy: z.string().min(1),
      }),
    ),
  }),
);

/**
 * Reads `partnerships.yaml`, or the file of its shape that `PARTNERSHIP_DIRECTORY` names: the local partnerships, in the
 * order in which lists show them.
 */
export function readPartnerships(): z.infer<typeof partnershipsFile> {
  return readYaml(process.env['PARTNERSHIP_DIRECTORY'] || join(FOLDER, 'partnerships.yaml'), partnershipsFile);
}

/** Reads `local-authorities.csv`. Its values hold no commas and no quotes; lists are joined by `|`. */
export function readLocalAuthorities() {
  const [header, ...lines] = readFileSync(join(FOLDER, 'local-authorities.csv'), 'utf8').trim().split('\n');
  if (header?.trim() !== COLUMNS) {
    throw new FactsError(FOLDER, [`local-authorities.csv: the first line must be ${COLUMNS}`]);
  }
  return lines.map((line, position) => {
    const cells = line.trim().split(',');
    if (cells.length !== COLUMNS.split(',').length) {
      throw new FactsError(FOLDER, [`local-authorities.csv, line ${position + 2}: ${cells.length} values, not 9`]);
    }
    const [gss, dfeCode, liiaCode, name, policeUnit, icb, successor, successorFrom, outside] = cells as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    return {
      gssCode: gssCode.parse(gss),
      dfeCode,
      liiaCode,
      name,
      policeUnit,
      icb,
      icbSuccessor: successor || null,
      icbSuccessorFrom: successorFrom || null,
      neighbourCodes: [...(ADJOINING_AUTHORITIES.get(gss) ?? [])],
      neighboursOutsideLondon: outside.split('|').filter(Boolean),
    };
  });
}
