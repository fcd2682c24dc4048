import { EducationKind } from '@hub/contract';
import { gssCode, partialDate, sources } from '@hub/partnership';
import { z } from 'zod';

/** What both tables say of each of their numbers. */
const counted = { localAuthority: gssCode, count: z.number().int().nonnegative(), asOf: partialDate, sources };

/** `education-provision.yaml`: education providers by kind and local authority (TRI-46). */
export const educationProvisionFile = z.array(
  z.strictObject({ ...counted, kind: z.enum(EducationKind), asStated: z.string().min(1) }),
);

/** `residential-homes.yaml`: residential homes by local authority (TRI-49). */
export const residentialHomesFile = z.array(z.strictObject(counted));
