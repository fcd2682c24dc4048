/** `npm test`: prepares the checkout, finds a Chromium for the explorer's test, and runs jest with its arguments. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { prepareOrExit, root, run } from './prepare.mjs';

const WELL_KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(homedir(), 'Applications/Google Chrome.app/Contents/MacOS/Google Chrome'),
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a Chromium, or null. */
async function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const found = WELL_KNOWN.find((path) => existsSync(path)) ?? installed();
  if (found) return found;
  process.stderr.write('There is no Chromium on this machine: fetching one for the tests…\n');
  try {
    await run(process.execPath, [join(playwright(), 'cli.js'), 'install', '--no-progress', 'chromium-headless-shell']);
  } catch (error) {
    if (error.exitCode) throw error;
    return null;
  }
  return installed();
}

/** What Playwright fetched at an earlier time: `<cache>/chromium_headless_shell-<build>/<platform>/<binary>`. */
function installed() {
  const cache = {
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  }[process.platform];
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH || (cache ?? join(homedir(), '.cache/ms-playwright'));
  const builds = list(folder).filter((name) => name.startsWith('chromium_headless_shell-'));
  for (const build of builds.sort().reverse()) {
    for (const platform of list(join(folder, build))) {
      const inside = join(folder, build, platform);
      const binary = list(inside).find((name) => /^(chrome-)?headless[-_]shell(\.exe)?$/.test(name));
      if (binary) return join(inside, binary);
    }
  }
  return null;
}

function list(folder) {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
}

function playwright() {
  return dirname(createRequire(join(root, 'test/package.json')).resolve('playwright-core/package.json'));
}

await prepareOrExit();
const chromium = await findChromium().catch((error) => process.exit(error.exitCode));
if (chromium === null) {
  process.stderr.write(
    'No Chromium was found, and none could be fetched: the test of the explorer in a browser will fail.\n' +
      'Install one (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM_PATH, and run the tests again.\n',
  );
}
const env = chromium === null ? process.env : { ...process.env, CHROMIUM_PATH: chromium };
const jest = join(root, 'node_modules/jest/bin/jest.js');
// In the terminal's own group, so that jest can be asked things there.
const options = { env, stdio: 'inherit', detached: false };
const code = await run(process.execPath, [jest, ...process.argv.slice(2)], options).catch((e) => e.exitCode ?? 1);
process.exit(code);
