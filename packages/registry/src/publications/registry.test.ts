import { runSql } from '../../../../test/support/test-database';
import { asked, openTestRegistry, toPublish, type TestRegistry } from '../../testing/open-test-registry';
import { partnership, toySchema } from '../../testing/toy-london';

const good = partnership('redbridge');
const withField = (name: string) =>
  good.replace('"""Its topic."""', `"""More."""\n  ${name}: Int @tag(name: "public")\n  """Its topic."""`);

let opened: TestRegistry;
beforeEach(async () => {
  opened = await openTestRegistry();
});
afterEach(() => opened.end());

const servedOf = async (name: string) => (await opened.history.newest())!.subgraphs.find((one) => one.name === name)!;
const results = async () =>
  (await opened.history.entries(null, 100)).map(({ subgraph, result }) => `${subgraph} ${result}`).reverse();

it('what the hub is configured with comes into the history by itself, once', async () => {
  const before = await results();
  expect(before).toEqual(
    ['london-scp', 'havering', 'lambeth', 'redbridge', 'tri-borough'].map((name) => `${name} SERVED`),
  );
  await opened.registry().publishAsked(asked());
  expect(await results()).toEqual(before);
  expect((await opened.history.newest())!.number).toBe(1);
  const [entry] = await opened.history.entries('redbridge', 1);
  expect(entry).toMatchObject({ key: null, url: null, reason: 'The hub asked the subgraph for its schema.' });
});

it('a publication is checked, composed, kept with who, when and why, and served', async () => {
  const key = await opened.keyOf('redbridge');
  const record = await opened.registry().publish(key, toPublish('redbridge', withField('more')));
  expect(record).toMatchObject({ number: 6, subgraph: 'redbridge', result: 'SERVED', key: key.id, restores: null });
  expect(record.reason).toBe('A field was added.');
  const { number, sdl } = (await opened.history.newest())!;
  expect(number).toBe(2);
  expect(sdl).toMatch(/more: Int/);
  expect(await servedOf('redbridge')).toMatchObject({
    publication: 6,
    servedUnder: 'PUBLISHED',
    sdl: withField('more'),
  });
});

it('the same again changes nothing', async () => {
  const key = await opened.keyOf('redbridge');
  const first = await opened.registry().publish(key, toPublish('redbridge', withField('more')));
  expect(await opened.registry().publish(key, toPublish('redbridge', withField('more')))).toEqual(first);
  expect((await opened.history.newest())!.number).toBe(2);
});

it('what is refused is in the history with its findings, and what is served stays', async () => {
  const key = await opened.keyOf('redbridge');
  const record = await opened.registry().publish(key, toPublish('redbridge', good.replace('heldOn', 'held')));
  expect(record).toMatchObject({ result: 'REFUSED', number: 6 });
  expect(record.findings.map(({ code }) => code)).toContain('CONTRACT_MEMBER_UNKNOWN');
  expect(record.findings.every(({ remedy }) => remedy.length > 0)).toBe(true);
  expect((await opened.history.newest())!.number).toBe(1);
});

it('nobody steps down for a newcomer that takes what is theirs', async () => {
  const key = await opened.keyOf('redbridge');
  const sdl = `${good}\nextend type LambethPartnership @key(fields: "id") { id: ID! hubs: [Int!] @listSize(assumedSize: 1) @tag(name: "public") }`;
  expect((await opened.registry().publish(key, toPublish('redbridge', sdl))).result).toBe('REFUSED');
  expect(await servedOf('lambeth')).toMatchObject({ servedUnder: 'PUBLISHED' });
});

it('whoever has a key publishes with it for its own subgraph alone, and an operator for none', async () => {
  for (const key of [await opened.keyOf('lambeth'), await opened.keyOf(null)]) {
    await expect(opened.registry().publish(key, toPublish('redbridge', good))).rejects.toMatchObject({
      code: 'REGISTRY_NOT_YOURS',
    });
  }
});

it('a publisher who has seen another version is told so', async () => {
  const key = await opened.keyOf('redbridge');
  const outdated = toPublish('redbridge', withField('more'), { ifVersion: 3 });
  await expect(opened.registry().publish(key, outdated)).rejects.toMatchObject({
    code: 'PUBLICATION_OUTDATED',
    values: { version: 4, expected: 3 },
  });
  expect((await opened.registry().publish(key, { ...outdated, ifVersion: 4 })).result).toBe('SERVED');
});

it('two who publish at once, at two gateways, make one history', async () => {
  const names = ['redbridge', 'lambeth'];
  const keys = await Promise.all(names.map((name) => opened.keyOf(name)));
  const more = (name: string) =>
    partnership(name).replace('"""Its topic."""', '"""M."""\n  more: Int @tag(name: "public")\n  """Its topic."""');
  const records = await Promise.all(
    names.map((name, at) => opened.registry().publish(keys[at]!, toPublish(name, more(name)))),
  );
  expect(records.map(({ result }) => result)).toEqual(['SERVED', 'SERVED']);
  expect(records.map(({ number }) => number).sort()).toEqual([6, 7]);
  const newest = (await opened.history.newest())!;
  expect(newest.number).toBe(3);
  for (const name of names) expect(await servedOf(name)).toMatchObject({ sdl: more(name) });
  expect(newest.sdl.match(/ more: Int/g)).toHaveLength(2);
});

it('what was good once is restored, by its publisher or the operator, as a publication of its own', async () => {
  const key = await opened.keyOf('redbridge');
  await opened.registry().publish(key, toPublish('redbridge', withField('more')));
  const record = await opened.registry().restore(await opened.keyOf(null), 4, 'More was a mistake.');
  expect(record).toMatchObject({ number: 7, result: 'SERVED', restores: 4, sdl: good, reason: 'More was a mistake.' });
  await expect(opened.registry().restore(await opened.keyOf('lambeth'), 4, 'Not mine.')).rejects.toMatchObject({
    code: 'REGISTRY_NOT_YOURS',
  });
  await expect(opened.registry().restore(key, 99, 'There is none.')).rejects.toMatchObject({
    code: 'PUBLICATION_UNKNOWN',
  });
});

it('a supergraph that a gateway cannot load gives way to the one before, each time to an earlier one', async () => {
  const key = await opened.keyOf('redbridge');
  await opened.registry().publish(key, toPublish('redbridge', withField('more')));
  await opened.registry().publish(key, toPublish('redbridge', withField('less')));
  expect(await opened.registry().rollBack(3, 'It does not load.')).toBe(true);
  expect(await servedOf('redbridge')).toMatchObject({
    publication: 6,
    servedUnder: 'LAST_GOOD',
    problem: 'It does not load.',
  });
  expect((await opened.history.entries(null, 1))[0]).toMatchObject({
    ...{ subgraph: 'redbridge', result: 'ROLLED_BACK', restores: 6, key: null, reason: 'It does not load.' },
  });
  expect(await opened.registry().rollBack(3, 'Another gateway, later.')).toBe(true);
  expect((await opened.history.newest())!.number).toBe(4);
  expect(await opened.registry().rollBack(4, 'Nor does this.')).toBe(true);
  expect(await servedOf('redbridge')).toMatchObject({ publication: 4 });
  expect(await opened.registry().rollBack(5, 'Nor this.')).toBe(false);
});

it('a subgraph of the hub that publishes something bad keeps what was served, until it publishes something good', async () => {
  const bad = (name: string) => (name === 'lambeth' ? 'type Query {' : toySchema(name));
  await opened.registry().publishAsked(asked(bad));
  expect(await servedOf('lambeth')).toMatchObject({ publication: 3, servedUnder: 'LAST_GOOD' });
  const [entry] = await opened.history.entries('lambeth', 1);
  expect(entry).toMatchObject({ result: 'REFUSED', findings: [{ code: 'INVALID_GRAPHQL', severity: 'ERROR' }] });
  await opened.registry().publishAsked(asked(bad));
  expect((await opened.history.entries('lambeth', 1))[0]).toEqual(entry);
  await opened.registry().publishAsked(asked());
  expect(await servedOf('lambeth')).toMatchObject({ servedUnder: 'PUBLISHED', problem: null });
});

it('what a process goes on to say does not undo what was published since', async () => {
  const key = await opened.keyOf('redbridge');
  await opened.registry().publish(key, toPublish('redbridge', withField('more')));
  await opened.registry().publishAsked(asked());
  expect(await servedOf('redbridge')).toMatchObject({ publication: 6 });
  await opened.registry().publishAsked(asked((name) => (name === 'redbridge' ? withField('other') : toySchema(name))));
  expect(await servedOf('redbridge')).toMatchObject({ publication: 7, sdl: withField('other') });
});

it('the history cannot be changed', async () => {
  for (const sql of ['UPDATE publication SET reason = $$x$$', 'DELETE FROM supergraph', 'TRUNCATE publication CASCADE'])
    await expect(runSql(opened.url, sql)).rejects.toThrow('never changed');
});

it('a publication whose connection ends half-way leaves nothing', async () => {
  const key = await opened.keyOf('redbridge');
  const end =
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $$registry$$ AND pid <> pg_backend_pid()';
  await runSql(
    opened.url,
    `CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $f$;
     CREATE TRIGGER cut BEFORE INSERT ON supergraph FOR EACH ROW EXECUTE FUNCTION cut()`,
  );
  await expect(opened.registry().publish(key, toPublish('redbridge', withField('more')))).rejects.toMatchObject({
    code: 'REGISTRY_UNAVAILABLE',
  });
  await runSql(opened.url, `DROP TRIGGER cut ON supergraph`);
  await runSql(opened.url, end);
  expect(await results()).toHaveLength(5);
  const record = await opened.registry().publish(key, toPublish('redbridge', withField('more')));
  expect(record).toMatchObject({ number: 6, result: 'SERVED' });
});
