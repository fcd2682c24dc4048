import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  foldEvents,
  MovementCategory,
  MovementMove,
  MovementPermanence,
  MovementPlanning,
  MovementSide,
  MovementState,
  nextSteps,
  TRANSITIONS,
  type MovementEvent,
} from '@hub/contract';
import { buildSchema, parse, validate, type GraphQLSchema } from 'graphql';
import { brokenLinks } from '../support/guides/broken-links';
import { examplesOf } from '../support/guides/examples';
import { guideAsker } from '../support/guides/guide-asker';
import { BUSINESS_GUIDE, JOIN_GUIDE, PLAYED_GUIDES } from '../support/guides/played-guides';
import { stepsOfPicture } from '../support/guides/state-picture';
import { HELD_BY_NONE, sectionsOf, statementsOf, unheldStatements } from '../support/guides/statements';
import { testNamesOf } from '../support/guides/test-names';

const ROOT = join(__dirname, '..', '..');
const FOLDER = join(ROOT, 'docs/guides');
const guides = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));
/** Its operations are held by the tests that it names. */
const GOVERNANCE = 'information-governance.md';
const governance = guides.find(({ name }) => name === GOVERNANCE)!.text;

const schemas = new Map<string, GraphQLSchema>();

/** The schema of the hub's API, or of a partnership's own. */
function schemaOf(name: string): GraphQLSchema {
  const sdl = readFileSync(join(ROOT, `docs/reference/schema/${name}.graphql`), 'utf8');
  const schema = schemas.get(name) ?? buildSchema(sdl, { assumeValidSDL: true });
  schemas.set(name, schema);
  return schema;
}

describe('the guides', () => {
  it('are reached from a README whose links lead to files that are there', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    expect(brokenLinks(readme, ROOT)).toEqual([]);
    expect(guides.filter(({ name }) => !readme.includes(`(docs/guides/${name})`))).toEqual([]);
  });

  it.each(guides)('$name leads to files that are there, and to tests by their names', ({ text }) => {
    expect(brokenLinks(text, FOLDER)).toEqual([]);
  });

  it('ask what the hub answers', () => {
    const queries = [...governance.matchAll(/^```graphql\n([\s\S]*?)^```$/gm)];
    expect(queries.length).toBeGreaterThan(3);
    for (const [, query] of queries) expect(validate(schemaOf('api'), parse(query!))).toEqual([]);
  });

  it.each([...PLAYED_GUIDES, BUSINESS_GUIDE])(
    '%s asks what the hub, or a partnership by direct access, answers',
    (name) => {
      const examples = examplesOf(guides.find((guide) => guide.name === name)!.text);
      expect(examples.length).toBeGreaterThan(10);
      for (const { asker, line, operation } of examples) {
        const { isAtHome, partnership } = guideAsker(asker);
        const schema = schemaOf(isAtHome ? `${partnership}.own` : 'api');
        expect({ line, errors: validate(schema, parse(operation)) }).toEqual({ line, errors: [] });
      }
    },
  );

  it('show each state of a movement, and each move, as a message', () => {
    const { text } = guides.find(({ name }) => name === 'partnership-developer.md')!;
    const shown = examplesOf(text).map((example) => JSON.stringify(example));
    const unshown = (names: string[]) =>
      names.filter((name) => !shown.some((example) => example.includes(`"${name}"`)));
    expect(unshown(Object.values(MovementMove))).toEqual([]);
    expect(Object.values(MovementState).filter((state) => !text.includes(`\`${state}\``))).toEqual([]);
  });

  it('show no example that is not played', () => {
    const others = guides.filter(
      ({ name }) => ![...PLAYED_GUIDES, BUSINESS_GUIDE, JOIN_GUIDE, GOVERNANCE].includes(name),
    );
    expect(others.filter(({ text }) => /^```(?:graphql|json)/m.test(text)).map(({ name }) => name)).toEqual([]);
  });
});

describe('the guide for duty teams', () => {
  const { text } = guides.find(({ name }) => name === 'duty-team.md')!;
  const drawn = stepsOfPicture(text);
  const LAMBETH = 'E09000022';
  const REDBRIDGE = 'E09000026';

  const event = (move: MovementMove, data: MovementEvent['data']): MovementEvent => ({
    ...{ id: move, movement: 'movement:1', move, side: MovementSide.ORIGIN, authority: LAMBETH, data },
    ...{ person: 'person:1', role: 'duty-team' },
    ...{ occurredAt: '2026-03-09T10:00:00Z', recordedAt: '2026-03-09T10:00:00Z' },
  });
  const notified = foldEvents([
    event(MovementMove.NOTIFY, {
      ...{ childPseudonym: 'p1:1:a', category: MovementCategory.CHILD_PROTECTION_PLAN, hasStatutoryOrder: false },
      ...{ origin: LAMBETH, destination: REDBRIDGE, planning: MovementPlanning.PLANNED },
      permanence: MovementPermanence.TEMPORARY,
    }),
  ])!;

  /** Whether a child on a plan may go this way: once the origin has proposed what needs its proposal. */
  function mayLeave(state: MovementState, move: MovementMove): boolean {
    const proposal = event(MovementMove.PROPOSE_WITHDRAWAL, { reason: 'The family has come back.' });
    const history = [...notified.history, { event: proposal, state, at: proposal.occurredAt }];
    return nextSteps({ ...notified, state, history }).some((step) => step.move === move);
  }

  it('draw each step of a child on a plan from one state to another, and no other', () => {
    const AUTHORITIES = { ORIGIN: 'Lambeth', DESTINATION: 'Redbridge' };
    const steps = TRANSITIONS.flatMap(({ route, from, to, move, side }) =>
      route.includes('TRANSFER') && to !== null
        ? from.filter((state) => state !== to && mayLeave(state, move)).map((state) => ({ state, to, move, side }))
        : [],
    ).map(({ state, to, move, side }) => `${state} ${AUTHORITIES[side!]} ${move} ${to}`);
    expect(
      drawn
        .map(({ from, authority, step, to }) => `${from} ${authority} ${step.toUpperCase().replaceAll(' ', '_')} ${to}`)
        .sort(),
    ).toEqual([...new Set(steps)].sort());
  });

  it('draw the road from the notice to the end, and it alone, thick', () => {
    const road = drawn.filter(({ isThick }) => isThick);
    expect(road.slice(1).map(({ from }) => from)).toEqual(road.slice(0, -1).map(({ to }) => to));
    expect([road[0]?.from, road.at(-1)?.to]).toEqual(['NOTIFIED', 'CLOSED']);
  });

  it('is two pages', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(120);
  });
});

describe('the guide for business managers', () => {
  const { text } = guides.find(({ name }) => name === BUSINESS_GUIDE)!;

  it('is played at each service that it asks', () => {
    const asked = new Set(examplesOf(text).map(({ asker }) => guideAsker(asker).partnership));
    const played = [...asked].filter((name) => existsSync(join(__dirname, `business-manager-guide/${name}.test.ts`)));
    expect(played).toEqual([...asked]);
  });

  it('is two pages, beside the nine texts and what comes back', () => {
    expect([...text.matchAll(/^### \d\. /gm)]).toHaveLength(9);
    expect(text.replace(/^```[\s\S]*?^```$/gm, '').match(/^.*\S.*$/gm)!.length).toBeLessThanOrEqual(120);
  });
});

describe('the guide of information governance', () => {
  it('states nothing without the test that holds it', () => {
    expect(unheldStatements(governance)).toEqual([]);
    expect(statementsOf(governance).length).toBeGreaterThan(50);
  });

  it('has these sections without tests, and no others', () => {
    const unheld = sectionsOf(governance).filter(({ text }) => text.startsWith(HELD_BY_NONE));
    expect(unheld.map(({ title }) => title)).toEqual([
      'On what basis',
      'What an information-sharing agreement has to settle',
      'What is not there yet',
    ]);
  });
});

describe('what is checked of a guide', () => {
  const FILE = 'guides.test.ts';
  const held = `[test](${FILE} "what is checked of a guide")`;
  const unheld = (text: string) => unheldStatements(`# Guide\n\nFor readers.\n\n${text}`).map((one) => one.text);

  it('finds each statement that no test holds', () => {
    expect(unheld(`## Keys\n\nThey are secret. ${held}\n\nThey are old.`)).toEqual(['They are old.']);
    expect(unheld(`## Keys\n\n- secret ${held}\n- old\n  and worn`)).toEqual(['- old\n  and worn']);
    expect(unheld(`## Keys\n\n| key | is |\n| --- | --- |\n| a | old |\n| b | secret ${held} |`)).toEqual([
      '| a | old |',
    ]);
    expect(unheld('## Keys\n\nSee [the test](guides.test.ts).')).toHaveLength(1);
    expect(unheld('## Keys\n\nThey are old. [test][keys]\n\n[keys]: keys.md "old"')).toHaveLength(1);
  });

  it('asks none for what leads to a list, for commands, and for a section that says so', () => {
    expect(
      unheld(`## Keys\n\nThey are:\n\n- secret [test][keys]\n\n[keys]: ${FILE} "what is checked of a guide"`),
    ).toEqual([]);
    expect(unheld('## Keys\n\nAsk:\n\n```sh\nhub keys\n```')).toEqual([]);
    expect(unheld(`## Keys\n\n${HELD_BY_NONE}: they are lost.\n\nAll of them.`)).toEqual([]);
  });

  it('finds a link that leads nowhere, and a test that there is not', () => {
    expect(brokenLinks(`${held} [web](https://example.org) \`[code](no)\``, __dirname)).toEqual([]);
    expect(brokenLinks('[a](nowhere.md#keys) [b][c]', __dirname)).toEqual([
      'nowhere.md#keys is not there',
      '[b] leads to a reference that is defined nowhere',
    ]);
    expect(brokenLinks(`[test](${FILE} 'takes for a test what it is not')`, __dirname)).toHaveLength(1);
    expect(brokenLinks(`[test](${FILE} "keeps every promise")`, __dirname)).toEqual([
      `${FILE} has no test "keeps every promise"`,
    ]);
  });

  it('finds a block that is not part of an example, and one that is never answered', () => {
    const asked = "**Lambeth's duty team, at the hub:**\n\n```graphql\n{ londonScp { id } }\n```\n";
    const answered = `${asked}\n\`\`\`json answer\n{ "data": {} }\n\`\`\`\n`;
    expect(examplesOf(`# Guide\n\n${answered}`)).toMatchObject([{ line: 3, variables: {}, answer: { data: {} } }]);
    expect(() => examplesOf(asked)).toThrow('Line 1 asks, and nothing answers.');
    expect(() => examplesOf(asked + answered)).toThrow('Line 6 begins a block that is not part of an example.');
    expect(() => examplesOf('```graphql\n{ londonScp { id } }\n```')).toThrow('Line 1 begins');
    expect(() => guideAsker("Lambeth's postman, at the hub")).toThrow('Nobody is called');
  });

  it('takes for a test what describe, it and test name, one of many included', () => {
    const source = `describe('a', () => { it("b's", f); test.each([1])('c %s', f); }); other('d'); // it('e')`;
    expect([...testNamesOf(source)]).toEqual(['a', "b's", 'c %s']);
  });
});
