/**
 * Makes a fresh checkout runnable: installs what is missing and builds what is stale. Plain Node without any
 * dependency, as it runs before there are any. Everything it prints goes to stderr: stdout is for data.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { step } from './step.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const LEAST_NODE = [20, 19];
const PNPM = 'pnpm@10.34.9';
/** Folders of the workspace; those that end in `/*` hold packages. As in pnpm-workspace.yaml. */
const WORKSPACE = ['gateway', 'packages/*', 'subgraphs/*', 'test'];

/** Prepares the checkout; throws an Error whose message is for the reader. */
export async function prepare() {
  checkNode();
  await install();
  await compile();
  await buildExplorer();
}

/** Runs prepare, and ends this process with a sentence instead of a stack if it fails. */
export async function prepareOrExit() {
  try {
    await prepare();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(error.exitCode ?? 1);
  }
}

/**
 * Runs a program in the checkout; resolves with its exit code.
 *
 * @param hear - takes each line of its output, which otherwise goes to stderr
 */
export function run(command, args, { hear, ...options } = {}) {
  const windows = process.platform === 'win32';
  // Windows starts npx, a script, only through its shell. All arguments here are our own and need no quoting there.
  const shell = windows && command === 'npx';
  // A group of its own: npx dies of a signal and leaves pnpm at work, so the signal must go to all of them.
  const out = hear ? 'pipe' : 2;
  const child = spawn(command, args, { cwd: root, shell, detached: !windows, stdio: ['ignore', out, out], ...options });
  for (const stream of hear ? [child.stdout, child.stderr] : []) createInterface(stream).on('line', hear);
  const grouped = !windows && options.detached !== false;
  return new Promise((resolve, reject) => {
    // A signal to this process alone must not leave the program behind; its end then ends us.
    const pass = (signal) => {
      interrupted = true;
      try {
        process.kill(grouped ? -child.pid : child.pid, signal);
      } catch {
        // It has just ended.
      }
    };
    let interrupted = false;
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    const done = (settle) => {
      for (const signal of signals) process.removeListener(signal, pass);
      settle();
    };
    child.once('error', (error) => done(() => reject(new Error(`${command} could not be run: ${error.message}`))));
    // Not its exit: what it said last is still to be heard.
    child.once('close', (code) =>
      done(() => {
        if (interrupted) reject(Object.assign(new Error('Ended.'), { exitCode: 130 }));
        else resolve(code ?? 1);
      }),
    );
  });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])) return;
  throw new Error(
    `The hub needs Node ${LEAST_NODE.join('.')} or later, and this is ${process.versions.node}.\n` +
      'Install a current Node from https://nodejs.org, open a new terminal, and try again.',
  );
}

async function install() {
  const stamp = join(root, 'node_modules/.hub-installed');
  const wanted = hashOf(['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...packages().map(manifest)]);
  if (read(stamp) === wanted && packages().every((name) => !hasDependencies(name) || isInstalled(name))) return;
  // NODE_ENV=production would leave out the compiler. CI: pnpm must not ask before it replaces a folder.
  const env = { ...process.env, CI: 'true', NODE_ENV: 'development' };
  const args = ['-y', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'];
  const { code, words } = await behind('Installing what is missing', 'npx', args, { env }, (line) => {
    const [, resolved, added] = /^Progress: resolved (\d+),.* added (\d+)/.exec(line) ?? [];
    return resolved && [added, resolved];
  });
  if (code !== 0) {
    throw new Error(
      `${words}\nThe installation failed (pnpm ended with ${code}; its message is above).\n` +
        'It needs the npm registry once: check the network and npm’s proxy settings, and try again. If pnpm says that\n' +
        `the lockfile is out of date, you changed a package.json: run npx -y ${PNPM} install.`,
    );
  }
  writeFileSync(stamp, wanted);
}

async function compile() {
  const typed = packages().filter((name) => existsSync(join(root, name, 'tsconfig.json')));
  const sources = typed.flatMap((name) => filesIn(join(root, name), ['dist', 'node_modules']));
  const compiled = sources.map((file) => relative(root, file)).filter((file) => /\.(tsx?|mts|cts|json)$/.test(file));
  const wanted = hashOf(['tsconfig.json', 'tsconfig.base.json', 'pnpm-lock.yaml', ...compiled]);
  const missing = typed.filter((name) => !existsSync(join(root, name, 'dist')));
  const stamp = join(root, 'node_modules/.hub-built');
  // The stamp answers in milliseconds, and lets a checkout that is built run where nothing can be written.
  if (read(stamp) === wanted && missing.length === 0) return;
  // tsc takes its own note of the last build for the build itself, and would not restore a dist that was removed.
  for (const name of missing) rmSync(join(root, name, 'tsconfig.tsbuildinfo'), { force: true });
  let built = 0;
  let total = 0;
  const args = [join(root, 'node_modules/typescript/bin/tsc'), '-b', '--verbose', '--pretty', 'false'];
  const { code, words } = await behind('Building', process.execPath, args, {}, (line) => {
    if (/^ +\* /.test(line)) total += 1;
    else if (/Building project '|is up to date/.test(line)) built += 1;
    else if (!/Projects in this build|Project '|Updating |^$/.test(line)) return undefined;
    return [Math.min(built, total), total];
  });
  if (code !== 0) throw new Error(`${words}\nThe build failed; the compiler’s messages are above.`);
  writeFileSync(stamp, wanted);
}

async function buildExplorer() {
  const folder = join(root, 'packages/explorer/page');
  if (!existsSync(folder)) return;
  const sources = filesIn(folder, ['dist', 'node_modules']).filter((file) => !file.endsWith('.tsbuildinfo'));
  const wanted = hashOf([...sources.map((file) => relative(root, file)), 'packages/explorer/package.json']);
  const stamp = join(folder, 'dist/.hub-built');
  if (read(stamp) === wanted) return;
  const vite = join(root, 'packages/explorer/node_modules/vite/bin/vite.js');
  const args = [vite, 'build', 'page', '--logLevel', 'error'];
  const cwd = join(root, 'packages/explorer');
  const { code, words } = await behind('Building the explorer', process.execPath, args, { cwd });
  if (code !== 0) throw new Error(`${words}\nThe explorer could not be built; Vite’s messages are above.`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * Runs a program behind one line of progress.
 *
 * @param progressIn - how much is done, and of how much, where a line of its output says so
 * @returns its exit code, and all else that it said
 */
async function behind(title, command, args, options, progressIn = () => undefined) {
  const words = [];
  const code = await step(title, (advance) => {
    const hear = (line) => {
      const progress = progressIn(line);
      if (progress) advance(...progress);
      else words.push(line);
    };
    return run(command, args, { ...options, hear });
  });
  return { code, words: words.join('\n') };
}

/** Paths of the workspace's packages, relative to its root. */
function packages() {
  return WORKSPACE.flatMap((entry) => {
    if (!entry.endsWith('/*')) return [entry];
    const folder = entry.slice(0, -2);
    const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).sort() : [];
    return names.map((name) => `${folder}/${name}`);
  }).filter((name) => existsSync(join(root, manifest(name))));
}

function manifest(name) {
  return `${name}/package.json`;
}

function hasDependencies(name) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, manifest(name)), 'utf8'));
  return Object.keys({ ...dependencies, ...devDependencies }).length > 0;
}

function isInstalled(name) {
  return existsSync(join(root, name, 'node_modules'));
}

function filesIn(folder, except) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !except.includes(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path, except) : [path];
    })
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepareOrExit();
