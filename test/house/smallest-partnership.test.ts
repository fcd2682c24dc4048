import { checkPublication, isRefused, readContract } from '@hub/registry';
import { ask } from '../../gateway/testing/ask';
import { subgraphSdls } from '../support/reference-schema';
import { exampleFiles, exampleQuery } from '../support/saved-examples';
import { serveBesideHavering } from '../support/smallest-partnership/serve-beside-havering';
import { SMALLEST_SDL, startSmallest } from '../support/smallest-partnership/start-smallest';

describe('the smallest schema of a partnership', () => {
  it('is of less than 150 lines', () => {
    expect(SMALLEST_SDL.trimEnd().split('\n').length).toBeLessThan(150);
  });

  it('takes nothing but to be known to the directory', async () => {
    const hub = { subgraphs: subgraphSdls, contract: readContract(), operations: [] };
    const ofRedbridge = SMALLEST_SDL.replaceAll('Newham', 'Redbridge');
    // Redbridge had all capabilities: that it takes them back is told, and keeps it from nothing.
    const taken = await checkPublication({ name: 'redbridge', sdl: ofRedbridge }, hub);
    expect(isRefused(taken.findings)).toBe(false);
    const { findings } = await checkPublication({ name: 'newham', sdl: SMALLEST_SDL }, hub);
    expect(findings.map(({ code }) => code)).toEqual(['NOT_IN_DIRECTORY']);
  });
});

describe('a partnership that serves no more than the smallest, beside one that serves all and three that are down', () => {
  let hub: Awaited<ReturnType<typeof serveBesideHavering>>;
  let newham: Awaited<ReturnType<typeof startSmallest>>;
  beforeAll(async () => {
    newham = await startSmallest();
    hub = await serveBesideHavering({ subgraphs: { newham: newham.url } });
  });
  afterAll(async () => {
    await hub?.end();
    await newham?.close();
  });

  const asked = async (file: string) => {
    const { variables } = exampleFiles.find((one) => one.file.startsWith(file))!;
    const headers = await hub.identity.as({ role: 'analyst' });
    return ask(hub.gateway.url, exampleQuery(file), { headers, variables });
  };

  it('is served as it publishes', async () => {
    const response = await fetch(`${hub.gateway.url}/health/ready`);
    const { subgraphs } = (await response.json()) as { subgraphs: { name: string; servedUnder: string }[] };
    const served = subgraphs.flatMap(({ name, servedUnder }) => (servedUnder === 'PUBLISHED' ? [name] : []));
    expect(served.sort()).toEqual(['havering', 'london-scp', 'newham']);
  });

  it('is asked what it serves', async () => {
    const { data } = await ask(
      hub.gateway.url,
      '{ partnership(id: "newham") { name bodies { name } termsOfReference { title } } }',
    );
    expect(data.partnership).toEqual({
      name: 'Newham Safeguarding Children Partnership',
      bodies: [{ name: 'Newham Safeguarding Executive' }],
      termsOfReference: { title: 'Newham arrangements' },
    });
  });

  const rest = {
    answered: 1,
    expected: 4,
    missing: ['redbridge', 'lambeth', 'tri-borough'],
    notThroughHub: ['newham'],
  };
  const idsIn = ({ answered, expected, missing, notThroughHub }: CoverageAnswer) => {
    const ids = (ofOnes: { id: string }[]) => ofOnes.map(({ id }) => id);
    return { answered, expected, missing: ids(missing), notThroughHub: ids(notThroughHub) };
  };

  it('keeps no ledger in the hub, and is neither silent about money nor short of any', async () => {
    const { data } = await asked('11-');
    expect(idsIn(data.pooledBudget.reconciliation.coverage)).toEqual(rest);
    expect(data.pooledBudget.reconciliation.coverage).toMatchObject({ localAuthorities: 1, londonAuthorities: 33 });
    expect(data.pooledBudget.reconciliation.paidPence).toBeNull();
    expect(JSON.stringify(data.pooledBudget.reconciliation.differences)).not.toContain('newham');
    const { data: equity } = await asked('12-');
    expect(idsIn(equity.second.equity.coverage)).toEqual(rest);
    const row = equity.second.equity.byPartnership.find(
      (one: { partnership: { id: string } }) => one.partnership.id === 'newham',
    );
    expect(row).toMatchObject({ pence: null, share: null, changePence: null });
  });

  it('adopts and signs nothing through the hub, and is neither behind nor unsigned', async () => {
    const { data } = await asked('14-');
    const { coverage, positions, behind } = data.procedure.adoption;
    expect(idsIn(coverage)).toEqual(rest);
    expect(JSON.stringify([positions, behind])).not.toContain('newham');
    const { data: signatures } = await asked('15-');
    const agreements = signatures.procedures.filter((one: { signatures: unknown }) => one.signatures);
    expect(agreements).not.toEqual([]);
    for (const procedure of agreements) {
      expect(idsIn(procedure.signatures.coverage)).toEqual(rest);
      expect(JSON.stringify(procedure.signatures.unsigned)).not.toContain('newham');
    }
  });

  it('connects no body through the hub, and is not among those without one', async () => {
    const { data } = await ask(
      hub.gateway.url,
      `{ networks { members { coverage { ...Of } } localBodies { coverage { ...Of } partnershipsWithout { id } } } }
       fragment Of on Coverage { answered expected missing { id } notThroughHub { id } }`,
      { headers: await hub.identity.as({ role: 'analyst' }) },
    );
    for (const { members, localBodies } of data.networks) {
      expect(idsIn(members.coverage)).toEqual(rest);
      expect(idsIn(localBodies.coverage)).toEqual(rest);
      expect(JSON.stringify(localBodies.partnershipsWithout)).not.toContain('newham');
    }
  });

  it('has no record of a child who moves, and nothing follows from that', async () => {
    const { data } = await asked('28-');
    const { coverage, counts } = data.londonScp.movementReconciliation;
    expect(idsIn(coverage)).toEqual(rest);
    expect(counts.coverage).toMatchObject({ answered: 1, expected: 4 });
  });

  it('is not among those that the gateway misses', async () => {
    const { text } = await ask(hub.gateway.url, '{ partnerships { bodies { name } } }');
    const { coverage } = (JSON.parse(text) as { extensions: { coverage: { answeredBy: string[] } } }).extensions;
    expect(coverage).toMatchObject({ answered: 2, answeredBy: ['havering', 'newham'] });
  });
});

interface CoverageAnswer {
  answered: number;
  expected: number;
  missing: { id: string }[];
  notThroughHub: { id: string }[];
}
