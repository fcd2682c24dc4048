import { join, resolve } from 'node:path';
import type { HubHome } from './hub-home';
import { openRelayTokens, type RelayTokens } from './relay-tokens';

/** What partnerships' processes need to exchange movements with the hub. */
export interface Relay {
  /** The variables of one process: none for one that is not among the partnerships, and none without tokens. */
  subgraph(name: string): NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** A hub, as far as its relays ask. */
export interface RelayedHub {
  /** Address of the gateway, which need not answer yet. */
  url: string;
  /** Whether the hub makes the tokens that it takes. */
  isDevelopment: boolean;
  /** Those that exchange movements. */
  partnerships: readonly string[];
}

/**
 * Lets each partnership's process exchange movements with the hub. A development hub makes the tokens for it; those of a
 * configured issuer are looked for in `HUB_TOKEN_FOLDER`, one `<partnership>.jwt` each, which somebody else keeps fresh.
 */
export async function openRelay(
  home: HubHome,
  env: NodeJS.ProcessEnv,
  { url, isDevelopment, partnerships }: RelayedHub,
  say: (line: string) => void,
): Promise<Relay> {
  const tokens = isDevelopment ? await openRelayTokens(home, partnerships, say) : givenTokens(env);
  if (tokens === null) {
    say(
      'Partnerships exchange no movements: HUB_TOKEN_FOLDER names no folder of <partnership>.jwt, tokens of the issuer',
    );
  }
  return {
    subgraph: (name) =>
      tokens !== null && partnerships.includes(name) ? { HUB_URL: url, HUB_TOKEN_FILE: tokens.fileOf(name) } : {},
    stop: async () => tokens?.stop(),
  };
}

function givenTokens({ HUB_TOKEN_FOLDER }: NodeJS.ProcessEnv): RelayTokens | null {
  if (!HUB_TOKEN_FOLDER?.trim()) return null;
  const folder = resolve(HUB_TOKEN_FOLDER.trim());
  return { fileOf: (partnership) => join(folder, `${partnership}.jwt`), stop: async () => undefined };
}
