import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { readMetrics } from '../../testing/metric-values';
import { toyConfig } from '../../testing/toy-config';
import { toyBorough, toyLondon } from '../../testing/toy-london';
import { GATEWAY_ERRORS } from '../errors';
import { startGateway } from '../gateway-server';

const GUIDE = join(__dirname, '..', '..', '..', 'docs', 'guides', 'running.md');
const [, section = ''] = readFileSync(GUIDE, 'utf8').split('## What to watch');
const [, alerts = ''] = /```yaml\n(.*?)```/s.exec(section) ?? [];

it('the guide for operators names metrics that are there, and in its alerts codes that are given', async () => {
  const toys = [toyLondon(), toyBorough('Lambeth'), toyBorough('Havering')];
  await Promise.all(toys.map((toy) => toy.start()));
  const gateway = await startGateway(toyConfig(toys, { METRICS_PORT: '0' }), pino({ level: 'silent' }));
  const served = [...(await readMetrics(gateway.metricsUrl!)).matchAll(/^# TYPE (hub_\w+)/gm)].map(([, name]) => name!);
  await gateway.stop();
  await Promise.all(toys.map((toy) => toy.kill()));

  const [told = ''] = section.split(/^## /m);
  const named = [...told.matchAll(/\bhub_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
  expect(named.filter((name) => !served.includes(name))).toEqual([]);
  // The table writes hits, misses, entries and bytes of the caches as one.
  const untold = served.filter((name) => !named.includes(name) && !name.startsWith('hub_cache_'));
  expect(untold).toEqual([]);

  const codes = [...alerts.matchAll(/code=~?"([^"]+)"/g)].flatMap(([, list]) => list!.split('|'));
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.filter((code) => !Object.hasOwn(GATEWAY_ERRORS, code))).toEqual([]);
});
