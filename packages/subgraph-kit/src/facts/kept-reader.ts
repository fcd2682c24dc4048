import type { ObjectLiteral } from 'typeorm';
import { defineLoader } from '../define-loader';
import { classesOf, readRows, type Reading } from '../recording/read-rows';
import type { SubgraphContext } from '../subgraph-context';

let readers = 0;

/**
 * Makes what reads rows of a class by some key: once a request, and of facts only when they have changed.
 *
 * @param readingOf - what is read by a key, which is anything that JSON can hold.
 */
export function keptReader<Key, Row extends ObjectLiteral>(
  target: new () => Row,
  readingOf: (key: Key) => Reading<Row>,
): (context: SubgraphContext, key: Key) => Promise<Row[]> {
  const reader = ++readers;
  const load = defineLoader<string, Row[]>(async (keys, { dataSource, facts }) => {
    const reads = keys.map(async (key) => {
      const reading = readingOf(JSON.parse(key) as Key);
      const read = () => readRows(dataSource, target, reading);
      const areFacts = facts?.areFacts(classesOf(dataSource, target, reading));
      return [key, await (areFacts ? facts!.read(`${reader} ${key}`, read) : read())] as const;
    });
    return new Map(await Promise.all(reads));
  });
  return async (context, key) => {
    const text = JSON.stringify(key);
    return context.facts?.get<Row>(`${reader} ${text}`) ?? (await load(context).load(text))!;
  };
}
