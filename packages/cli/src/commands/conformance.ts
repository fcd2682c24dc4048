import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readSigningKeys, type SigningKeys } from '@hub/access';
import { asJunit, asTap, asText, CHECKS, runChecks, Subject } from '@hub/conformance';
import { Command } from 'commander';
import { readStartEnvironment } from '../config/env';
import { HubError, reasonOf } from '../errors';
import { openHubHome } from '../system/hub-home';
import { makeHubKeys } from '../system/hub-keys';

const WORKSPACE = resolve(__dirname, '../../../..');

interface Options {
  url: string;
  subgraph: string;
  gatewayKeys?: string;
  tap?: true;
  junit?: string;
}

/** `hub conformance`: whether a partnership's subgraph does what it must, seen from outside, in whatever language it is. */
export function conformanceCommand(finish: (code: number) => void): Command {
  return new Command('conformance')
    .description("check a partnership's subgraph from outside; exit with 1 where it does not do what it must")
    .requiredOption('--url <url>', 'where it answers the hub, as http://127.0.0.1:4105/graphql')
    .requiredOption('--subgraph <id>', 'its id in the directory, as newham')
    .option(
      '--gateway-keys <file>',
      'private keys to sign with (default: those of the hub in HUB_HOME, made if missing)',
    )
    .option('--tap', 'print TAP 14 in place of text')
    .option('--junit <file>', 'write JUnit XML too')
    .addHelpText('after', '\nExample: hub conformance --url http://127.0.0.1:4105/graphql --subgraph newham')
    .action(async (options: Options) => finish(await check(options)));
}

async function check({ url, subgraph, gatewayKeys, tap, junit }: Options): Promise<number> {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new HubError('CONFORMANCE_URL', { value: url });
  if (!/^[a-z][a-z0-9-]{0,62}$/.test(subgraph)) throw new HubError('CONFORMANCE_SUBGRAPH', { value: subgraph });
  const keys = gatewayKeys === undefined ? await keysOfHome() : await keysIn(gatewayKeys);
  const results = await runChecks(new Subject(url, subgraph, keys), CHECKS, ({ check: { code }, outcome }) =>
    process.stderr.write(`${code}: ${outcome.kind}\n`),
  );
  process.stdout.write(tap ? asTap(results) : asText(results));
  if (junit !== undefined) await writeReport(junit, asJunit(results, subgraph));
  return results.some(({ outcome }) => outcome.kind === 'failed') ? 1 : 0;
}

/** Those that a development hub signs with, so that a subgraph which is started for the one is ready for the other. */
async function keysOfHome(): Promise<SigningKeys> {
  const { identity } = await openHubHome(readStartEnvironment(process.env).home ?? join(WORKSPACE, '.hub'));
  const { gatewayKeys, gatewayPublic } = await makeHubKeys(identity);
  process.stderr.write(`Signing as the hub does. The subgraph must know the public keys: HUB_JWKS=${gatewayPublic}\n`);
  return keysIn(gatewayKeys);
}

async function keysIn(file: string): Promise<SigningKeys> {
  try {
    return await readSigningKeys(file);
  } catch (error) {
    throw new HubError('GATEWAY_KEYS_UNREADABLE', { reason: reasonOf(error) });
  }
}

async function writeReport(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new HubError('REPORT_UNWRITABLE', { file, reason: reasonOf(error) });
  }
}
