import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { questionOf } from '../../packages/cli/src/commands/dev';
import { runDev } from '../../packages/cli/src/dev/run-dev';
import { run } from '../../packages/cli/src/main';
import { freePorts, whyNot } from '../../packages/cli/src/system/ports';
import { startWritten, type SmallSubgraph } from '../support/small-subgraphs';
import { untilEqual } from '../support/until-equal';

const WORKSPACE = resolve(__dirname, '../..');
const NAME = 'Newham Safeguarding Children Partnership';

describe('`hub dev` over what `hub init` writes', () => {
  const parent = mkdtempSync(join(tmpdir(), 'dev-'));
  const folder = join(parent, 'newham');
  const schemaFile = join(folder, 'schema.graphql');
  const ending = new AbortController();
  const said: string[] = [];
  const served: string[] = [];
  let port: string;
  let running: Promise<void>;
  let subgraph: SmallSubgraph;

  const jwks = () => /HUB_JWKS=(\S+)/.exec(said[0]!)![1]!;

  /** The subgraph as its folder has it now, at the port of before. */
  async function restart() {
    await subgraph?.close();
    subgraph = await startWritten('javascript', folder, jwks(), port);
  }
  async function ask(query: string) {
    const response = await fetch(served[0]!, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return (await response.json()) as { data: unknown; errors?: unknown };
  }

  beforeAll(async () => {
    for (const stream of [process.stdout, process.stderr]) jest.spyOn(stream, 'write').mockReturnValue(true);
    await run([
      'init',
      'newham',
      '--authorities',
      'E09000025',
      '--name',
      NAME,
      '--language',
      'javascript',
      '--folder',
      folder,
    ]);
    jest.restoreAllMocks();
    port = String((await freePorts(1))[0]);
    running = runDev({
      ...{ workspace: WORKSPACE, id: 'newham', url: `http://127.0.0.1:${port}/graphql`, port: 0 },
      ...{ say: (text) => void said.push(text), served: (url) => void served.push(url), signal: ending.signal },
    });
  });
  afterAll(async () => {
    ending.abort();
    await running;
    await subgraph?.close();
    rmSync(parent, { recursive: true });
  });

  it('waits for a subgraph that is not there, and says with which keys it is started', async () => {
    await untilEqual(async () => said.length, 2);
    expect(await (await fetch(jwks())).json()).toEqual({ keys: [expect.objectContaining({ crv: 'Ed25519' })] });
    expect(said[1]).toContain('newham');
    expect(served).toEqual([]);
  });

  it('serves it beside the others as soon as it is there, under tokens that it takes', async () => {
    await restart();
    await untilEqual(async () => served.length, 1, 240_000);
    expect(said.at(-1)).toContain('newham: 0 errors, 0 warnings. It would be served.');
    expect(await ask(questionOf('newham'))).toMatchObject({
      data: {
        partnership: {
          id: 'newham',
          termsOfReference: { title: 'To be filled in' },
          bodies: [{ name: 'To be filled in' }],
        },
      },
    });
    const everybody = await ask('{ partnerships { id ... on HaveringPartnership { bodies { name } } } }');
    expect(everybody).toMatchObject({
      data: { partnerships: expect.arrayContaining([{ id: 'newham' }, { id: 'havering', bodies: expect.any(Array) }]) },
    });
    expect(await ask('{ partnerships { id ... on HaveringPartnership { bodies { name } } } }')).toEqual(everybody);
  });

  it('says what is wrong with a schema that breaks a rule, and goes on serving the last one', async () => {
    const good = readFileSync(schemaFile, 'utf8');
    writeFileSync(schemaFile, good.replace('  otherNames:', '  otherName:'));
    await restart();
    await untilEqual(async () => said.at(-1)?.includes('It would not be served.'), true, 240_000);
    expect(said.at(-1)).toContain('CONTRACT_MEMBER_UNKNOWN');
    expect(served).toHaveLength(1);
    expect(await ask('{ partnership(id: "newham") { id } }')).toMatchObject({
      data: { partnership: { id: 'newham' } },
    });
    writeFileSync(schemaFile, good);
  });

  it('serves a field of its own as soon as the schema has it', async () => {
    const mine = '\n  """What it stands for."""\n  motto: String @tag(name: "public")\n}\n';
    const type = /(type NewhamPartnership [^]*?)\n\}\n/;
    writeFileSync(
      schemaFile,
      readFileSync(schemaFile, 'utf8').replace(type, (_, start: string) => `${start}${mine}`),
    );
    await restart();
    await untilEqual(async () => served.length, 2, 240_000);
    expect(await ask('{ partnership(id: "newham") { ... on NewhamPartnership { motto } } }')).toMatchObject({
      data: { partnership: { motto: null } },
    });
  });

  it('leaves nothing running when it ends', async () => {
    ending.abort();
    await running;
    const ports = [served[0]!, jwks()].map((url) => Number(new URL(url).port));
    expect(await Promise.all(ports.map(whyNot))).toEqual([null, null]);
  });
});
