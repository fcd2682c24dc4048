import { FindOperator, type EntityManager } from 'typeorm';

/** Reads rows, as any manager does. What was read before is answered from memory until it is forgotten. */
export interface ReadingOnce {
  manager: EntityManager;
  /** Whether anything was read of a class since the beginning. SQL of one's own may read anything. */
  hasRead(target: Function): boolean;
  /** Something was written: what was read before may be otherwise. */
  forget(): void;
}

const READS: ReadonlySet<PropertyKey> = new Set<keyof EntityManager>([
  ...(['find', 'findBy', 'findOne', 'findOneBy', 'findOneOrFail', 'findOneByOrFail'] as const),
  ...(['exists', 'existsBy', 'count', 'countBy', 'sum', 'average', 'minimum', 'maximum'] as const),
]);
const OWN_SQL: ReadonlySet<PropertyKey> = new Set<keyof EntityManager>([
  'query',
  'createQueryBuilder',
  'getRepository',
]);

/** Reads alike once, for rows that are recorded together and name the same bodies, agencies and seats. */
export function readingOnce(manager: EntityManager): ReadingOnce {
  const known = new Map<string, Promise<unknown>>();
  const targets = new Set<unknown>();
  let isOwnSql = false;
  const read = (name: string, run: (...given: unknown[]) => Promise<unknown>, given: unknown[]) => {
    targets.add(given[0]);
    const question = `${name} ${[...targets].indexOf(given[0])} ${JSON.stringify(given.slice(1), asText)}`;
    let answer = known.get(question);
    if (!answer) known.set(question, (answer = run.apply(manager, given)));
    return answer;
  };
  return {
    manager: new Proxy(manager, {
      get(_, name) {
        const value = Reflect.get(manager, name, manager) as unknown;
        if (typeof value !== 'function') return value;
        if (READS.has(name)) return (...given: unknown[]) => read(String(name), value as never, given);
        isOwnSql ||= OWN_SQL.has(name);
        return value.bind(manager) as unknown;
      },
    }),
    hasRead: (target) => isOwnSql || targets.has(target),
    forget: () => known.clear(),
  };
}

/** A condition as all that it says. One that is SQL is written out. */
function asText(_key: string, value: unknown): unknown {
  if (!(value instanceof FindOperator)) return value;
  const { type, getSql, objectLiteralParameters, child } = value;
  return {
    type,
    sql: getSql?.('it'),
    objectLiteralParameters,
    child,
    value: child ? undefined : (value.value as unknown),
  };
}
