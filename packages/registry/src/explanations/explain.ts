import { REGISTRY_ERRORS, type RegistryErrorCode } from '../errors';
import { ACCESS } from './access';
import { CHANGE } from './change';
import { COMPOSITION } from './composition';
import { CONTRACT } from './contract';
import { LIMITS } from './limits';
import { OWNERSHIP } from './ownership';
import { SCHEMA } from './schema';

/** What is told of a code beside its message. */
export interface Told {
  /** What it means. */
  means: string;
  /** Why the hub has the rule. */
  why: string;
  /** What a partnership that is called Redbridge has before and after it is mended; none where it is no matter of its schema. */
  example?: { before: string; after: string };
}

/** A code of composition, told in this hub's words. */
export interface ToldOfComposition extends Told {
  mend: string;
}

/** Everything that is told of a code. */
export interface Explanation extends ToldOfComposition {
  code: string;
}

const OF_REGISTRY: Readonly<Record<RegistryErrorCode, Told>> = {
  ...{ ...SCHEMA, ...OWNERSHIP, ...CONTRACT, ...ACCESS, ...LIMITS, ...CHANGE },
};

/** Every code that can be explained. */
export const EXPLAINED: readonly string[] = [...Object.keys(OF_REGISTRY), ...Object.keys(COMPOSITION)].sort();

/** What a code means, why it is a rule and how to mend what breaks it; undefined of a code that is not known. */
export function explanationOf(code: string): Explanation | undefined {
  if (isOfRegistry(code)) return { code, ...OF_REGISTRY[code], mend: plain(REGISTRY_ERRORS[code].remedy) };
  const told = Object.hasOwn(COMPOSITION, code) ? COMPOSITION[code as keyof typeof COMPOSITION] : undefined;
  return told && { code, ...told };
}

const isOfRegistry = (code: string): code is RegistryErrorCode => Object.hasOwn(REGISTRY_ERRORS, code);

/** Of what is filled in for one schema. */
const plain = (remedy: string) => remedy.replace('{prefix}', "your partnership's name, as Redbridge");
