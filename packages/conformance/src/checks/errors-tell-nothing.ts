import { Failed, type Check } from '../check';
import type { Exchange } from '../exchange';
import { entitiesOperation, itself } from '../questions';
import type { Subject } from '../subject';

/** What an error must not tell, by how it looks. */
const LEAKS: readonly [string, RegExp][] = [
  [
    'a stack',
    /(\\n|\n)\s+at \S+|Traceback \(most recent call last\)|\bFile \\?"[^"]+\\?", line \d+|"stacktrace"|\.cs:line \d+/,
  ],
  ['a path', /\/(home|usr|var|opt|srv|app|root|tmp|Users)\/[\w.-]+|[A-Z]:\\\\\w+|node_modules|site-packages/],
  [
    'SQL',
    /\bSELECT\b[^"]{1,200}\bFROM\b|\bINSERT INTO\b|relation \\?"[^"]+\\?" does not exist|SQLSTATE|QueryFailedError|invalid input syntax for/i,
  ],
  [
    'an address',
    /\b\d{1,3}(\.\d{1,3}){3}(:\d+)?\b|ECONNREFUSED|ENOTFOUND|(postgres(ql)?|mysql|mongodb|redis|jdbc:\w+):\/\//,
  ],
];

export const errorsTellNothing: Check = {
  code: 'ERRORS_TELL_NOTHING',
  title: 'Errors tell no stack, SQL, path or address',
  why: 'What an error says is read by whoever asks, also without a token (OWASP API Security Top 10, API8:2023; ADR 0034 and ADR 0018 rest on what is not known outside).',
  remedy:
    'Answer what you throw on purpose with a code, and anything else with one sentence and the id under which your log has it. Turn off stack traces, development error pages and debug extensions.',
  needs: ['ENTITY_ANSWERED'],
  async run(subject) {
    for (const provoke of provocations(subject)) {
      const exchange = await provoke();
      const leak = LEAKS.find(([, pattern]) => pattern.test(exchange.text));
      if (leak) throw new Failed(`The answer tells ${leak[0]}.`, exchange);
    }
  },
};

function provocations(subject: Subject): (() => Promise<Exchange>)[] {
  const { partnershipType } = subject.schema;
  const reference = itself(subject);
  const strange = [{ ...reference, id: {} }, { ...reference, id: '\u0000' }, { __typename: partnershipType }, null, 7];
  return [
    () => subject.post('{'),
    () => subject.post('[]'),
    () => subject.post('null'),
    () => subject.post('query', { 'content-type': 'text/plain' }),
    () => subject.post('{"query":"{ __typename }"}', { authorization: 'Bearer x.y.z' }),
    () => subject.ask({ query: '{' }),
    () => subject.ask({ query: '{ noSuchField }' }),
    () => subject.ask({ query: `{ ${'a '.repeat(20_000)} }` }),
    () => subject.ask({ query: 'query ($x: NoSuchType) { __typename }' }),
    () => subject.ask(entitiesOperation([reference], `... on ${partnershipType} { noSuchField }`)),
    () =>
      subject.ask({
        query: 'query ($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }',
      }),
    ...strange.map((one) => () => subject.ask(entitiesOperation([one]))),
    () => subject.get('/no-such-path'),
    () => subject.get('/graphql'),
  ];
}
