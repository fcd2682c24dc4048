import { createHash, randomInt } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { AccessEntry } from '@hub/audit';
import { demonstrationMovements, seededRandom } from '@hub/partnership';
import { answeredChildren, type AnsweredChildren } from '../support/access/answered-children';
import type { Operation } from '../support/access/drawn-operation';
import { OperationDraw } from '../support/access/operation-draw';
import { PEOPLE } from '../support/access/people';
import { QUESTIONS, sorted } from '../support/access/questions';
import { readLog, type LogEntry } from '../support/access/read-log';
import { requestIdOf, startTestHub, type Answer, type Ask, type TestHub } from '../support/test-hub';

const OPERATIONS = 2000;
const AT_ONCE = 20;
const SEED = process.env['OPERATIONS_SEED'] ?? String(randomInt(1_000_000));

const PSEUDONYMS = new Map(demonstrationMovements().map(({ id, childPseudonym }) => [id, childPseudonym]));

/** An operation, and what came of it. */
interface Done {
  operation: Operation;
  answer: Answer;
  shown: AnsweredChildren;
  /** How many alerts of whoever asks had been closed before. */
  closedBefore: number;
}

let testHub: TestHub;
const done: Done[] = [];
const logs = new Map<string, { entries: LogEntry[]; findings: unknown[] }>();

beforeAll(async () => {
  // More than a caller may ask in a minute; and a busy machine shall not look like a partnership that is down.
  const env = { ...process.env, SUBGRAPH_TIMEOUT_MS: '30000' };
  testHub = await startTestHub({ env });
  say(`${OPERATIONS} operations of the seed ${SEED}. OPERATIONS_SEED=${SEED} asks the same again.`);
  const begun = Date.now();
  await askAll();
  const seconds = (Date.now() - begun) / 1000;
  for (const name of testHub.hub.subgraphs.keys()) logs.set(name, await readLog(testHub.hub.databaseUrl(name)));
  say(figures(seconds));
});
afterAll(() => testHub?.end());

describe('of 2,000 operations by everybody for everything', () => {
  it('each is answered or refused as the rules say', () => {
    const others = done.flatMap(({ operation: { requestId, question, who, codes }, answer: { errors = [] } }) => {
      const got = sorted(errors.map(({ extensions }) => String(extensions?.['code'])));
      return isDeepStrictEqual(got, codes) ? [] : [{ requestId, question: question.name, who, got, codes }];
    });
    expect(others).toEqual([]);
  });

  it('each that touched a child, or was refused one, has its one record at the hub, and no other has any', () => {
    const expected = done.filter(({ operation }) => isChildLevel(operation) && operation.who).map(atHub);
    const records = accessesOf('london-scp', 'gateway').filter(({ person }) => person !== null);
    expect(differences(records.map(withoutCoverage), expected)).toEqual([]);
    expect(expected.length).toBeGreaterThan(OPERATIONS / 2);
  });

  it('each of somebody without a token that was refused a child is on record, counted with others of the address', async () => {
    const refused = done.filter(({ operation }) => isChildLevel(operation) && !operation.who);
    const records = accessesOf('london-scp', 'gateway').filter(({ person }) => person === null);
    const counted = records.reduce((sum, { count = 1 }) => sum + count, 0);
    expect(refused.length).toBeGreaterThan(20);
    // What is not yet written at the end is of the last minute.
    expect(counted).toBeGreaterThan(0);
    expect(counted).toBeLessThanOrEqual(refused.length);
    for (const { address, refused: fields } of records) {
      expect(address).toBe('127.0.0.1');
      expect(fields.length).toBeGreaterThan(0);
    }
  });

  it('each that asked for a movement by its id has that on record, and whose child it is, shown or not', () => {
    const byId = done.filter(
      ({ operation: { who, fields, variables } }) => who && fields.includes('Query.movement') && variables['id'],
    );
    const records = new Map(accessesOf('london-scp', 'gateway').map((record) => [record.requestId, record]));
    const unseen = byId.filter(({ operation: { requestId, variables, outcome }, shown }) => {
      const id = variables['id'] as string;
      const record = records.get(requestId)!;
      expect(record.asked).toContain(id);
      if (outcome === 'REFUSED' || shown.children.size > 0) return false;
      // One movement that is asked for does not exist.
      const child = PSEUDONYMS.get(id);
      expect([record.children, record.unseen ?? []]).toEqual(child ? [[child], [child]] : [[], []]);
      return child !== undefined;
    });
    expect(unseen.length).toBeGreaterThan(20);
  });

  it('each that the London SCP answered has its one record by the London SCP itself', () => {
    const asked = done.filter(({ operation: { fields } }) =>
      fields.some((field) => /^(Query|Mutation|MovementReconciliation)\./.test(field)),
    );
    const records = accessesOf('london-scp', 'london-scp');
    const told = asked.map((one) => ({ ...whoAndWhy(one), children: sorted(one.shown.children) }));
    expect(differences(records.map(withoutParts), told)).toEqual([]);
    const fields = new Map(asked.map(({ operation }) => [operation.requestId, operation.fields]));
    // Nothing but what was granted, beside references to the partnerships' own records.
    const beyond = records.flatMap((record) => {
      const granted = fields.get(record.requestId)!;
      return record.fields.filter((field) => !granted.includes(field) && !field.endsWith('ChildRecord.id'));
    });
    expect(beyond).toEqual([]);
    expect(records.filter(({ fields }) => fields.length === 0)).toEqual([]);
  });

  it.each([...new Set(PEOPLE.flatMap(({ partnership }) => partnership ?? []))])(
    'each that %s answered of a child has its one record there, with what was told of whom',
    (partnership) => {
      const expected = done.flatMap((one) => {
        const there = one.shown.partnerships.get(partnership);
        // Where the gateway refused, the null is its own, and nobody was asked.
        if (!there || one.operation.outcome === 'REFUSED') return [];
        const { children, fields, isRefused } = there;
        const told = { children: sorted(children), fields: sorted(fields), refused: [] };
        // Of another partnership's accesses it is the resolver that refuses, not the guard: so the field was touched.
        const outcome = isRefused ? 'PARTIAL' : fields.size > 0 ? 'ANSWERED' : 'REFUSED';
        return [{ ...whoAndWhy(one), ...told, outcome }];
      });
      expect(differences(accessesOf(partnership, partnership).map(withoutOperation), expected)).toEqual([]);
      expect(expected.length).toBeGreaterThan(50);
    },
  );

  it('each broken glass has one alert, raised by the first who asked under it and closed by whom the answer says', () => {
    const alerts = new Set(raised().map(({ alert }) => alert));
    expect(alerts.size).toBe(raised().length);
    const glasses = new Set(done.flatMap((one) => (one.operation.isUnderGlass ? glassOf(one) : [])));
    expect(alerts).toEqual(new Set([...glasses].map(alertOf)));
    for (const { alert, requestId, person, role, organisation, partnership, reason } of raised()) {
      const first = done.find(({ operation }) => operation.requestId === requestId)!;
      expect(alertOf(glassOf(first))).toBe(alert);
      const { purpose: _purpose, operation: _operation, alert: _alert, ...who } = whoAndWhy(first);
      expect({ requestId, person, role, organisation, partnership, reason }).toEqual(who);
    }
    const closings = done.filter(isClosing).map(({ operation: { requestId, who, variables } }) => {
      return { requestId, person: who!.person, ...variables };
    });
    const closed = entriesOf('london-scp').flatMap((entry) => (entry.kind === 'ALERT_CLOSED' ? [entry] : []));
    const told = closed.map(({ requestId, person, alert, finding }) => ({ requestId, person, alert, finding }));
    expect(differences(told, closings)).toEqual([]);
    expect(closings.length).toBeGreaterThan(5);
  });

  it("what the partnerships' own systems asked meanwhile is on record, too, in their name and for their purpose", () => {
    const relayed = allAccessesOf('london-scp', 'gateway').filter(isOfRelay);
    expect(sorted(relayed.map(({ person }) => person!))).toEqual([
      ...['system:havering', 'system:lambeth', 'system:redbridge', 'system:tri-borough'],
    ]);
    for (const { role, purpose, partnership, person, fields } of relayed) {
      expect([role, purpose]).toEqual(['partnership-system', 'CROSS_BOUNDARY_MOVEMENT']);
      expect(person).toBe(`system:${partnership}`);
      expect(fields).not.toEqual([]);
    }
  });

  it('no record holds a value of an answer', () => {
    const values = new Set(done.flatMap(({ shown }) => [...shown.values]));
    expect(values.size).toBeGreaterThan(300);
    // A word in capitals may be part of another; as a value it stands in quotation marks.
    const wanted = [...values].map((value) => (/^[A-Z_]+$/.test(value) ? `"${value}"` : value));
    // Ids of movements stand in it where somebody asked for them.
    const bodies = [...logs.keys()]
      .flatMap(entriesOf)
      .map((entry) => JSON.stringify({ ...entry, until: null, asked: null }));
    expect(bodies.filter((body) => wanted.some((value) => body.includes(value)))).toEqual([]);
  });

  it('the chains are whole, at the hub and at each partnership', () => {
    expect([...logs].filter(([, { findings }]) => findings.length > 0)).toEqual([]);
  });
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function askAll(): Promise<void> {
  const draw = new OperationDraw(seededRandom(SEED), [...PSEUDONYMS.keys()]);
  const asks = new Map(
    PEOPLE.map(({ role, partnership, ...rest }) => [
      rest.person,
      testHub.as(role, { ...rest, partnership: partnership ?? undefined }),
    ]),
  );
  const closed = new Map<string, number>();
  while (done.length < OPERATIONS) {
    const batch = await Promise.all(
      draw.batch(AT_ONCE - 1).map(async (operation): Promise<Done> => {
        const closedBefore = closed.get(operation.who?.person ?? '') ?? 0;
        return { ...(await doneAs(asks, operation)), closedBefore };
      }),
    );
    const listing = await doneAs(asks, draw.listing());
    draw.learn(listing.answer);
    done.push(...batch, { ...listing, closedBefore: 0 });
    for (const one of batch.filter(isClosing)) {
      const person = draw.personOf(one.operation.variables['alert'] as string);
      closed.set(person, (closed.get(person) ?? 0) + 1);
    }
  }
}

async function doneAs(asks: ReadonlyMap<string, Ask>, operation: Operation): Promise<Omit<Done, 'closedBefore'>> {
  const { who, isForged, question, variables, purpose, reason } = operation;
  const ask = who ? asks.get(who.person)! : testHub.ask;
  const answer = await ask(question.text, variables, {
    // Of no use to confuse the record: it has the hub's own.
    'x-request-id': 'the-same-of-all',
    ...(purpose !== null && { 'x-purpose': purpose }),
    ...(reason !== null && { 'x-reason': reason }),
    ...(isForged && { authorization: 'Bearer of.no.token' }),
  });
  // What was drawn under an id of the draw is on record under the hub's.
  return {
    operation: { ...operation, requestId: requestIdOf(answer) },
    answer,
    shown: answeredChildren(answer.data, PSEUDONYMS),
  };
}

function isChildLevel({ fields, refused }: Operation): boolean {
  return fields.length + refused.length > 0;
}

function isClosing({ operation, answer }: Done): boolean {
  return operation.question === QUESTIONS.close && Boolean(answer.data?.closeBreakGlassAlert?.closed);
}

function atHub(one: Done) {
  const { fields, refused, outcome, question } = one.operation;
  const operationHash = createHash('sha256').update(question.text).digest('base64url');
  return { ...whoAndWhy(one), operationHash, fields, refused, children: sorted(one.shown.children), outcome };
}

/** What every recorder should say of an operation. */
function whoAndWhy(one: Done) {
  const { requestId, who, recordedPurpose: purpose, reason, question, isUnderGlass } = one.operation;
  const { person = null, role = null, organisation = null, partnership = null } = who ?? {};
  const alert = isUnderGlass ? alertOf(glassOf(one)) : null;
  return { requestId, person, role, organisation, partnership, purpose, reason, alert, operation: question.name };
}

/** A person's alerts, counted: the n-th is asked under until n are closed. */
function glassOf({ operation, closedBefore }: Done): string {
  return `${operation.who?.person} ${closedBefore}`;
}

function alertOf(glass: string): string | undefined {
  const [person, index] = glass.split(' ');
  return raised().filter((one) => one.person === person)[Number(index)]?.alert;
}

function raised() {
  return entriesOf('london-scp').flatMap((entry) => (entry.kind === 'ALERT_RAISED' ? [entry] : []));
}

function entriesOf(database: string): LogEntry[] {
  return logs.get(database)!.entries;
}

/** Of the operations that are asked here. */
function accessesOf(database: string, recorder: string): AccessEntry[] {
  return allAccessesOf(database, recorder).filter((entry) => !isOfRelay(entry));
}

function allAccessesOf(database: string, recorder: string): AccessEntry[] {
  return entriesOf(database).flatMap((entry) =>
    entry.kind === 'ACCESS' && entry.recorder === recorder ? [entry] : [],
  );
}

/** The partnerships' own systems ask meanwhile, each in its own name. */
function isOfRelay({ person }: AccessEntry): boolean {
  return /^system:/.test(person ?? '');
}

/** Without what is looked at by itself, and with the children that were shown. */
function withoutCoverage(entry: AccessEntry) {
  const { kind: _kind, recorder: _recorder, coverage: _coverage, asked: _asked, unseen = [], ...rest } = entry;
  return { ...rest, children: rest.children.filter((child) => !unseen.includes(child)) };
}

/** A subgraph is asked a part of the operation, under its name and the subgraph's. */
function withoutOperation(entry: AccessEntry) {
  const { operationHash: _hash, operation, ...rest } = withoutCoverage(entry);
  return { ...rest, operation: operation?.replace(/__\w+$/, '') };
}

function withoutParts(entry: AccessEntry) {
  const { fields: _fields, refused: _refused, outcome: _outcome, ...rest } = withoutOperation(entry);
  return rest;
}

/** Up to ten requests of which there is not exactly the expected record. */
function differences<Told extends { requestId: string }>(records: readonly Told[], expected: readonly object[]) {
  const byRequest = new Map<string, Told[]>();
  for (const record of records) byRequest.set(record.requestId, [...(byRequest.get(record.requestId) ?? []), record]);
  const wrong = (expected as Told[]).flatMap((wanted) => {
    const found = byRequest.get(wanted.requestId) ?? [];
    byRequest.delete(wanted.requestId);
    return found.length === 1 && isDeepStrictEqual({ ...found[0] }, { ...wanted }) ? [] : [{ wanted, found }];
  });
  return [...wrong, ...[...byRequest.values()].map((found) => ({ wanted: null, found }))].slice(0, 10);
}

function figures(seconds: number): string {
  const records = accessesOf('london-scp', 'gateway');
  const outcomes = (['ANSWERED', 'PARTIAL', 'REFUSED', 'FAILED'] as const).map((outcome) => {
    return `${records.filter((record) => record.outcome === outcome).length} ${outcome}`;
  });
  const entries = [...logs].map(([name, { entries }]) => `${name} ${entries.length}`);
  return [
    `${done.length} operations by ${PEOPLE.length} people and by nobody in ${seconds.toFixed(0)} s;`,
    `on record at the hub ${records.length}: ${outcomes.join(', ')};`,
    `${raised().length} alerts raised, ${done.filter(isClosing).length} closed;`,
    `entries in all: ${entries.join(', ')}.`,
  ].join(' ');
}
