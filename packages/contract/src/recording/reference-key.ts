/**
 * What two references have in common that are the same: they are compared without the spaces around them, in one Unicode
 * form (NFC) and without regard to case.
 */
export function referenceKey(reference: string): string {
  return reference.trim().normalize('NFC').toLowerCase();
}
