import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import { check, type Check } from './checks';
import { sameReference } from './same-reference';

/** How an input names something that is recorded here. */
export interface Naming {
  /** The code by which a name of nothing is refused. */
  code: string;
  /** The name under which it is recorded; null where nothing is. */
  find(given: string, manager: EntityManager): Promise<string | null>;
  /** What is wrong with a name of nothing, and what to do about it; false where another check says so. */
  refusal(given: string): string | false;
}

/** What the fields of an input name. */
export type Names<Input> = { readonly [Field in keyof Input & string]?: Naming };

/**
 * A name of a row, found by the rule of `referenceKey`.
 *
 * @param property - that holds the name, as `id`.
 */
export function nameOf<Row extends ObjectLiteral>(
  row: EntityTarget<Row>,
  property: keyof Row & string,
  code: string,
  refusal: Naming['refusal'],
): Naming {
  return {
    ...{ code, refusal },
    async find(given, manager) {
      const where = { [property]: sameReference('given', given) } as FindOptionsWhere<Row>;
      const found = (await manager.findBy(row, where)).map((one) => one[property] as string);
      return found.includes(given) ? given : (found[0] ?? null);
    },
  };
}

/** An input with each name as it is recorded; one of nothing stays as it was given. */
export async function readNames<Input extends object>(
  names: Names<Input>,
  input: Input,
  manager: EntityManager,
): Promise<Input> {
  const read: Record<string, string> = {};
  for (const [field, naming] of Object.entries<Naming | undefined>(names)) {
    const given = input[field as keyof Input];
    if (typeof given === 'string') read[field] = (await naming!.find(given, manager)) ?? given;
  }
  return { ...input, ...read };
}

/** Whatever an input names is there. */
export function namesAreKnown<Input extends object>(names: Names<Input>): Check<Input>[] {
  return Object.entries<Naming | undefined>(names).map(([field, naming]) =>
    check<Input>(naming!.code, field as keyof Input & string, async (input, manager) => {
      const given = input[field as keyof Input];
      const isKnown = typeof given !== 'string' || (await naming!.find(given, manager)) !== null;
      return !isKnown && naming!.refusal(given);
    }),
  );
}
