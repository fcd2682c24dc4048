import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SubgraphDefinition } from '@hub/subgraph-kit';
import { run } from '../../packages/cli/src/main';
import { readPartnerships } from '../../subgraphs/london-scp/src/directory/directory-files';
import { openSubgraph, type OpenSubgraph } from '../support/open-subgraph';

const NAME = 'Newham Safeguarding Children Partnership';

describe('what `hub init` writes for the hub’s own store', () => {
  let parent: string;
  let newham: SubgraphDefinition;
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    parent = mkdtempSync(join(tmpdir(), 'init-'));
    const folder = join(parent, 'newham');
    for (const stream of [process.stdout, process.stderr]) jest.spyOn(stream, 'write').mockReturnValue(true);
    expect(await run(['init', 'newham', '--authorities', 'E09000025', '--name', NAME, '--folder', folder])).toBe(0);
    jest.restoreAllMocks();
    ({ newham } = (await import(join(folder, 'src/newham.ts'))) as { newham: SubgraphDefinition });
    subgraph = await openSubgraph(newham);
  });
  afterAll(async () => {
    await subgraph?.close();
    rmSync(parent, { recursive: true });
  });

  it('has a row in its README that the directory takes', () => {
    const [, row = ''] = /```yaml\n([^]*?)```/.exec(readFileSync(join(parent, 'newham/README.md'), 'utf8'))!;
    const file = join(parent, 'partnerships.yaml');
    writeFileSync(file, row.replace(/^ {3}/gm, ''));
    process.env['PARTNERSHIP_DIRECTORY'] = file;
    try {
      expect(readPartnerships()).toMatchObject([{ id: 'newham', coverage: [{ localAuthority: 'E09000025' }] }]);
    } finally {
      delete process.env['PARTNERSHIP_DIRECTORY'];
    }
  });

  it('runs before anything is filled in, with demonstration data, and states nothing as a fact', async () => {
    const { data, errors } = await subgraph.ask(`{
      _entities(representations: [{ __typename: "NewhamPartnership", id: "newham" }]) {
        ... on NewhamPartnership {
          id
          bodies { id name quorum }
          statutoryPartners { sector agency { name } }
          termsOfReference { title status clauses { id summary } }
        }
      }
    }`);
    expect(errors).toBeUndefined();
    const agency = { name: expect.stringMatching(/^To be filled in: /) };
    expect(data).toEqual({
      _entities: [
        {
          id: 'newham',
          bodies: [{ id: 'newham-executive', name: 'To be filled in', quorum: 'NOT_SPECIFIED' }],
          statutoryPartners: ['LOCAL_AUTHORITY', 'NHS', 'POLICE'].map((sector) => ({ sector, agency })),
          termsOfReference: {
            ...{ title: 'To be filled in', status: 'NOT_SPECIFIED' },
            clauses: [{ id: 'NEW-01', summary: 'To be filled in' }],
          },
        },
      ],
    });
  });
});
