import { untilEqual } from '../../../../test/support/until-equal';
import { capturedOutput } from '../../testing/captured-output';
import { helpExamples } from '../../testing/help-examples';
import { run } from '../main';
import { devCommand } from './dev';

const written = capturedOutput();

it('runs as the example of its help says, until a signal ends it', async () => {
  const examples = helpExamples(devCommand(() => undefined));
  expect(examples).toHaveLength(1);
  const running = run([...examples[0]!, '--port', '0']);
  await untilEqual(async () => written.stderr.includes('It is looked for at http://127.0.0.1:4105/graphql'), true);
  process.emit('SIGHUP');
  expect(await running).toBe(0);
  expect(written.stdout).toBe('');
});

it.each([
  [['New Ham'], '"New Ham" is not the name of a partnership.'],
  [['london-scp'], '"london-scp" is not the name of a partnership.'],
  [['newham', '--url', '127.0.0.1:4105'], '--url "127.0.0.1:4105" is not an address of HTTP.'],
  [['newham', '--port', '65535'], '--port "65535" is not a port with another after it.'],
])('%j is refused with the remedy', async (args, message) => {
  expect(await run(['dev', ...args])).toBe(1);
  expect(written.stderr).toContain(message);
});
