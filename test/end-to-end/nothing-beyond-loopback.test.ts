import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askExample } from '../support/ask-example';
import { startTestHub } from '../support/test-hub';
import { exampleFiles } from '../support/saved-examples';

const RECORDER = join(__dirname, '..', 'support', 'record-connections.cjs');
const LOOPBACK = /^(tcp|dns|udp) (127\.0\.0\.1|localhost|::1)$/;

describe('a running hub', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-connections-'));
  const log = join(folder, 'connections');
  const env = { ...process.env, NODE_OPTIONS: `--require=${RECORDER}`, HUB_CONNECTION_LOG: log };
  const recorded = () => [...new Set(readFileSync(log, 'utf8').trim().split('\n'))];
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reaches for no address but its own, from start to end, while it answers every saved example', async () => {
    const testHub = await startTestHub({ env });
    for (const example of exampleFiles) await askExample(testHub, example);
    await testHub.end();
    expect(recorded().filter((line) => !LOOPBACK.test(line))).toEqual([]);
    expect(recorded()).toContain('tcp 127.0.0.1');
  });

  it('would be seen if it reached further', () => {
    execFileSync(process.execPath, ['-e', "require('net').connect(9, '192.0.2.1').on('error', () => 0).destroy()"], {
      env,
    });
    expect(recorded()).toContain('tcp 192.0.2.1');
  });
});
