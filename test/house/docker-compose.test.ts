import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { listSubgraphs } from '../../packages/cli/src/system/subgraph-list';
import { freePorts } from '../../packages/cli/src/system/ports';
import { parse } from 'yaml';

const ROOT = join(__dirname, '../..');

interface Service {
  restart: string;
  healthcheck?: { disable?: boolean };
  environment: Record<string, string>;
}

describe('docker-compose.yml', () => {
  const text = readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8');
  const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };
  const long = Object.entries(services).filter(([name]) => name !== 'audit');

  it('leaves demonstration data out unless somebody asks for it', () => {
    const said = long.flatMap(([, { environment }]) => environment['HUB_DEMO'] ?? []);
    expect(new Set(said)).toEqual(new Set(['${HUB_DEMO:-0}']));
    expect(readFileSync(join(ROOT, '.env.example'), 'utf8')).toMatch(/^#HUB_DEMO=0$/m);
  });

  it('has a service for each subgraph, two for the London SCP, and tells the gateway all of them', async () => {
    const subgraphs = await listSubgraphs(ROOT);
    const addresses = (name: string) =>
      (name === 'london-scp' ? [name, `${name}-2`] : [name]).map((host) => `http://${host}:4000/graphql`).join('|');
    const expected = subgraphs.map((name) => `${name}=${addresses(name)}`);
    expect(services['gateway']!.environment['SUBGRAPHS']!.split(/,\s*/).sort()).toEqual(expected.sort());
    expect(Object.keys(services).sort()).toEqual([...subgraphs, 'london-scp-2', 'audit', 'gateway', 'postgres'].sort());
  });

  it('starts every process again that ends, and switches off no health check of one that runs', () => {
    for (const [name, { restart, healthcheck }] of long) {
      expect([name, restart, healthcheck?.disable ?? false]).toEqual([name, 'unless-stopped', false]);
    }
  });
});

describe('the health check of a container', () => {
  const PROBE = join(ROOT, 'scripts/docker/probe.mjs');
  const check = (port: number) =>
    promisify(execFile)(process.execPath, [PROBE], { env: { ...process.env, PORT: String(port) } }).then(
      () => 0,
      ({ code }: { code: number }) => code,
    );
  const serve = async (answer: string) => {
    const [port] = await freePorts(1);
    const source = `require('node:http').createServer((request, response) => { ${answer} }).listen(${port}, '127.0.0.1', () => process.send(''))`;
    const child = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await once(child, 'message');
    return { child, port: port! };
  };

  it('says whether a process is ready, and leaves one alone that is not', async () => {
    const { child, port } = await serve(
      `response.statusCode = request.url === '/health/live' || (globalThis.asked = (globalThis.asked ?? 0) + 1) > 1 ? 200 : 503; response.end()`,
    );
    try {
      expect(await check(port)).toBe(1);
      expect(await check(port)).toBe(0);
      expect(child.exitCode).toBeNull();
    } finally {
      child.kill('SIGKILL');
    }
    await once(child, 'exit');
    expect(await check(port)).toBe(1);
  });

  it('ends a process that answers nothing, so that it is started again', async () => {
    const { child, port } = await serve('response.end()');
    child.kill('SIGSTOP');
    const ended = once(child, 'exit');
    expect(await check(port)).toBe(1);
    expect(await ended).toEqual([null, 'SIGKILL']);
  });
});
