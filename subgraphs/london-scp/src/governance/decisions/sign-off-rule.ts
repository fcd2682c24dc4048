import { Sector } from '@hub/contract';

/** The three safeguarding partners are three sectors, whose sign-off a decision needs (LON-28). */
export const SIGNING_SECTORS: readonly Sector[] = [Sector.LOCAL_AUTHORITY, Sector.POLICE, Sector.NHS];

/** Those of the three sectors that have not signed, in the order of the document. */
export function awaitedSectors(signOffs: readonly { sector: Sector }[]): Sector[] {
  return SIGNING_SECTORS.filter((sector) => !signOffs.some((signOff) => signOff.sector === sector));
}

/** The day on which the last of the three sectors signed, or null while one is awaited. */
export function finalOn(signOffs: readonly { sector: Sector; signedOn: string }[]): string | null {
  if (awaitedSectors(signOffs).length > 0) return null;
  return signOffs.reduce((latest, { signedOn }) => (signedOn > latest ? signedOn : latest), '');
}
