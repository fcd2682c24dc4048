import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestIdentity } from '@hub/access';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { definePartnership } from '../../define-partnership';

const [HAMMERSMITH, KENSINGTON, REDBRIDGE] = ['E09000013', 'E09000020', 'E09000026'] as const;
const own = { partnership: 'tri-borough', purpose: 'CROSS_BOUNDARY_MOVEMENT', isAtHome: true } as const;
const duty = (organisation: string) =>
  requestIdentityOf('duty-team', { ...own, organisation, person: `duty-${organisation}` });
const system = requestIdentityOf('partnership-system', { ...own, organisation: 'tri-borough' });

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
type Data = any;

let subgraph: OpenSubgraph;
let hub: Server;
let folder: string;
let asked: { query: string; variables: Data; headers: IncomingHttpHeaders }[] = [];
let answer: object;

beforeAll(async () => {
  subgraph = await openSubgraph(
    definePartnership({
      ...{ id: 'tri-borough', typeName: 'TriBoroughPartnership', localAuthorities: [HAMMERSMITH, KENSINGTON] },
      factsFolder: join(__dirname, '../../../../../subgraphs/tri-borough/facts'),
    }),
    { demo: false },
  );
  folder = await mkdtemp(join(tmpdir(), 'questions-'));
  await writeFile(join(folder, 'token'), 'the-system');
  hub = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked.push({ ...(JSON.parse(body) as { query: string; variables: Data }), headers: request.headers });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((listening) => hub.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  await subgraph?.close();
  await new Promise((closed) => hub?.close(closed));
  if (folder) await rm(folder, { recursive: true });
});
beforeEach(() => {
  asked = [];
});

const connected = () => ({
  HUB_URL: `http://127.0.0.1:${(hub.address() as AddressInfo).port}`,
  HUB_TOKEN_FILE: join(folder, 'token'),
});

async function ask(query: string, variables: object, who: RequestIdentity, env: NodeJS.ProcessEnv): Promise<Data> {
  const { data, errors } = await subgraph.askOwn(query, { ...variables }, who, env);
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
}

const clock = { dueOn: null };
const page = (...nodes: object[]) => ({ pageInfo: { hasNextPage: false }, edges: nodes.map((node) => ({ node })) });
const questionTo = (code: string) => ({
  ...{ id: `movement:A/${code}`, childPseudonym: 'p1:1:child', asking: REDBRIDGE, asked: code, isNamed: true },
  ...{
    isToldByHub: true,
    arrivedOn: '2026-03-02',
    since: '2026-03-03T10:00:00.000Z',
    isKnown: null,
    reason: null,
    clock,
  },
});
const claimOn = (code: string) => ({
  ...{ movement: 'movement:B', childPseudonym: 'p1:1:other', claimant: REDBRIDGE, responsible: code, owner: code },
  ...{ since: '2026-03-03T10:00:00.000Z', answer: null, clock: { dueOn: '2026-03-09' } },
});
const QUERY = `{ openQuestions { arrivals { id asked dueOn } claims { movement owner dueOn } hasMore hubProblem } }`;
const questionsOf = async (who: RequestIdentity, env: NodeJS.ProcessEnv = connected()) =>
  (await ask(QUERY, {}, who, env)).openQuestions;

describe('what a partnership is asked', () => {
  beforeEach(() => {
    const arrivalQuestions = page(questionTo(HAMMERSMITH), questionTo(KENSINGTON));
    answer = { data: { arrivalQuestions, responsibilityClaims: page(claimOn(KENSINGTON)) } };
  });

  it('is read at home, by each authority its own', async () => {
    expect(await questionsOf(duty(HAMMERSMITH))).toEqual({
      arrivals: [{ id: `movement:A/${HAMMERSMITH}`, asked: HAMMERSMITH, dueOn: null }],
      ...{ claims: [], hasMore: false, hubProblem: null },
    });
    expect(await questionsOf(duty(KENSINGTON))).toMatchObject({
      arrivals: [{ asked: KENSINGTON }],
      claims: [{ movement: 'movement:B', owner: KENSINGTON, dueOn: '2026-03-09' }],
    });
  });

  it('is read whole by its system', async () => {
    const { arrivals, claims } = await questionsOf(system);
    expect([arrivals.length, claims.length]).toEqual([2, 1]);
  });

  it('is not known while the hub is away, which is said', async () => {
    const found = await questionsOf(duty(HAMMERSMITH), { ...connected(), HUB_URL: 'http://127.0.0.1:1' });
    expect(found).toMatchObject({ arrivals: null, claims: null });
    expect(found.hubProblem).toMatch(/cannot be reached/);
  });
});

describe('an answer at home', () => {
  beforeEach(() => {
    answer = { data: { done: { userErrors: [] } } };
  });

  const answerArrival = async (input: object, who = duty(HAMMERSMITH), env: NodeJS.ProcessEnv = connected()) =>
    (
      await ask(
        'mutation ($input: AnswerArrivalQuestionInput!) { answerArrivalQuestion(input: $input) { isTaken userErrors { field code } } }',
        { input: { question: `movement:A/${HAMMERSMITH}`, ...input } },
        who,
        env,
      )
    ).answerArrivalQuestion;

  it('goes to the hub, for the own authority, with who gives it', async () => {
    expect(await answerArrival({ isKnown: true })).toEqual({ isTaken: true, userErrors: [] });
    expect(asked).toMatchObject([
      {
        variables: { input: { isKnown: true, authority: HAMMERSMITH, person: `duty-${HAMMERSMITH}` } },
        headers: { authorization: 'Bearer the-system' },
      },
    ]);
  });

  it('to a claim goes there as well', async () => {
    const { answerClaim } = await ask(
      `mutation ($input: AnswerClaimInput!) { answerClaim(input: $input) { isTaken userErrors { code } } }`,
      { input: { movement: 'movement:B', isRight: true, answer: 'They moved in May.' } },
      duty(KENSINGTON),
      connected(),
    );
    expect(answerClaim).toEqual({ isTaken: true, userErrors: [] });
    expect(asked[0]!.variables.input).toEqual({
      ...{ movement: 'movement:B', isRight: true, answer: 'They moved in May.' },
      ...{ authority: KENSINGTON, person: `duty-${KENSINGTON}` },
    });
  });

  it('is refused in the hub’s words', async () => {
    const refusal = { field: ['input', 'question'], code: 'ARRIVAL_OVER', message: 'Nobody asks it any more.' };
    answer = { data: { done: { userErrors: [refusal] } } };
    expect(await answerArrival({ isKnown: true })).toEqual({
      ...{ isTaken: false, userErrors: [{ field: ['input', 'question'], code: 'ARRIVAL_OVER' }] },
    });
  });

  it.each([
    ['that does not say why', { isKnown: false }, 'SAYS_NOTHING'],
    ['that names somebody', { isKnown: false, reason: 'Ring 020 7946 0012 at once.' }, 'NAMES_SOMEBODY'],
    ['for another authority', { isKnown: true, authority: KENSINGTON }, 'NOT_YOUR_AUTHORITY'],
  ])('%s is refused here, and the hub hears nothing', async (_, input, code) => {
    expect(await answerArrival(input)).toMatchObject({ isTaken: false, userErrors: [{ code }] });
    expect(asked).toEqual([]);
  });

  it('that the hub cannot be given is not taken, and says so', async () => {
    const away = { ...connected(), HUB_URL: 'http://127.0.0.1:1' };
    expect(await answerArrival({ isKnown: true }, duty(HAMMERSMITH), away)).toMatchObject({
      ...{ isTaken: false, userErrors: [{ code: 'HUB_AWAY' }] },
    });
  });
});
