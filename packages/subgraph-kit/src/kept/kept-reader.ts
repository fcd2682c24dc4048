import type { ObjectLiteral } from 'typeorm';
import { defineLoader } from '../define-loader';
import { classesOf, readRows, type Reading } from '../recording/read-rows';
import type { SubgraphContext } from '../subgraph-context';

let readers = 0;

/**
 * Makes what reads rows of a class by some key: once a request, and only when they have changed where they are facts, or
 * records of which it is written down.
 *
 * @param readingOf - what is read by a key, which is anything that JSON can hold.
 */
export function keptReader<Key, Row extends ObjectLiteral>(
  target: new () => Row,
  readingOf: (key: Key) => Reading<Row>,
): (context: SubgraphContext, key: Key) => Promise<Row[]> {
  const reader = ++readers;
  const load = defineLoader<string, Row[]>(async (keys, context) => {
    const { dataSource, facts, records } = context;
    const rowsOf = (key: string): Promise<Row[]> => {
      const reading = readingOf(JSON.parse(key) as Key);
      const name = `${reader} ${key}`;
      const read = () => readRows(dataSource, target, reading);
      const classes = classesOf(dataSource, target, reading);
      if (facts?.areFacts(classes)) return facts.read(name, read);
      return records?.areKept(classes) ? records.read(context, name, read) : read();
    };
    return new Map(await Promise.all(keys.map(async (key) => [key, await rowsOf(key)] as const)));
  });
  return async (context, key) => {
    const text = JSON.stringify(key);
    return context.facts?.get<Row>(`${reader} ${text}`) ?? (await load(context).load(text))!;
  };
}
