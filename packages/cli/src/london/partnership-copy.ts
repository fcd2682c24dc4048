import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { HubError } from '../errors';
import { directoryFolder, localAuthorities } from './local-authorities';

/** The partnership that is copied: it covers one authority, and has no module of its own. */
export const COPIED = 'havering';

/** What the directory says of a partnership, as far as a copy needs it. */
export interface DirectoryEntry {
  id: string;
  name: string;
  typeName: string;
  coverage: { localAuthority: string; validFrom: string | null; validTo: string | null; sources: string[] }[];
  assertions: Record<string, string | null>[];
}

/** A copy of Havering in the place of a partnership that publishes nothing yet. */
export interface PartnershipCopy {
  /** As `barking-and-dagenham`. */
  id: string;
  /** As `BarkingAndDagenhamPartnership`. */
  typeName: string;
  /** The local authority's name. */
  authority: string;
  /** Its GSS code. */
  localAuthority: string;
  /** Its three letters, with which ids of clauses begin. */
  letters: string;
}

/** The directory as it stands in the checkout. */
export function readDirectory(workspace: string): DirectoryEntry[] {
  return parse(readFileSync(join(directoryFolder(workspace), 'partnerships.yaml'), 'utf8')) as DirectoryEntry[];
}

/**
 * Which copies make a London of so many partnerships of those in the directory: one for each local authority that none of
 * them covers, in the order of the GSS codes.
 *
 * @throws HubError `PARTNERSHIPS_INVALID`
 */
export function planCopies(workspace: string, partnerships: number): PartnershipCopy[] {
  const directory = readDirectory(workspace);
  const covered = new Set(directory.flatMap(({ coverage }) => coverage.map(({ localAuthority }) => localAuthority)));
  const free = localAuthorities(workspace).filter(({ code }) => !covered.has(code));
  const copies = partnerships - directory.length;
  if (!Number.isInteger(copies) || copies < 0 || copies > free.length) {
    const [least, most] = [directory.length, directory.length + free.length];
    throw new HubError('PARTNERSHIPS_INVALID', { value: partnerships, least, most });
  }
  return free.slice(0, copies).map(({ code, letters, name }) => {
    const words = name.match(/[A-Za-z]+/g)!;
    const typeName = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
    return {
      ...{ id: words.join('-').toLowerCase(), typeName: `${typeName}Partnership` },
      ...{ authority: name, localAuthority: code, letters },
    };
  });
}
