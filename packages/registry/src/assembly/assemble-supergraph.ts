import { parse, type DocumentNode } from 'graphql';
import { CompositionFailed, type CompositionIssue } from '../composition-failed';
import { schemaTypes } from '../checks/schema-types';
import { composeSupergraph, type Supergraph } from '../compose-supergraph';
import { checkPartnership } from '../checks/check-partnership';
import { Contract } from '../checks/contract/contract';
import type { CheckedAgainst } from '../checks/partnership-schema';
import { requireDecisions } from '../checks/require-decisions';
import { absentSchema } from './absent-schema';
import { rowsWithoutSubgraph } from './rows-without-subgraph';
import type { ServedSubgraph, ServedUnder, SubgraphCandidate } from './subgraph-candidate';

/** A supergraph, and under which schema each subgraph is served in it. */
export interface AssembledSupergraph {
  supergraph: Supergraph;
  /** In the order of the candidates; then the partnerships that the hub knows and of which there is none. */
  subgraphs: ServedSubgraph[];
}

/**
 * Makes a supergraph of what subgraphs publish. One that does not compose with the others is served under its last good
 * schema, and under none where that does not compose either: it costs its own fields, and nobody else's. Where it is the
 * hub's own that composes with nobody, the hub too is served under its last good one. A partnership that the hub knows and of
 * which there is no subgraph is served under none.
 *
 * @param hub - the subgraph that owns the root fields.
 * @param contract - to which partnerships are held, as SDL; null to hold them to none.
 * @throws CompositionFailed as they are published, where the hub has no schema that composes.
 */
export function assembleSupergraph(
  candidates: readonly SubgraphCandidate[],
  hub: string,
  contract: string | null,
): AssembledSupergraph {
  const given = candidates.map((candidate) => new Choice(candidate, candidate.name === hub));
  const hubChoice = given.find(({ isHub }) => isHub);
  if (!hubChoice) throw new TypeError(`None of the subgraphs is ${hub}.`);
  const isHeldTo = contract === null ? null : new Contract(contract);
  let first: CompositionFailed | undefined;
  do {
    const names = given.map(({ name }) => name);
    const others = hubChoice.document ? rowsWithoutSubgraph(hubChoice.document, names) : [];
    const choices = [...given, ...others.map((row) => new Choice(row, false))];
    for (const choice of choices) if (!choice.isHub) choice.reset();
    if (isHeldTo && hubChoice.document)
      leaveOutRefused(choices, { contract: isHeldTo, hub: schemaTypes(hubChoice.document) });
    const made = withPartnerships(choices, hub, (failed) => (first ??= failed));
    if (made) return { supergraph: made, subgraphs: choices.map((choice) => choice.served) };
  } while (hubChoice.stepDown(first!.issues));
  throw first!;
}

/** Of each partnership what breaks a rule by itself, whatever the others publish. */
function leaveOutRefused(choices: readonly Choice[], against: CheckedAgainst): void {
  for (const choice of choices) {
    for (let isGood = choice.isHub; !isGood && choice.sdl !== null;) {
      const errors = checkPartnership(choice.name, choice.sdl, against).filter(({ severity }) => severity === 'ERROR');
      isGood = errors.length === 0;
      if (!isGood) choice.stepDown(errors);
    }
  }
}

/** The supergraph with the hub's schema as it is chosen; undefined where it composes with no choice of the others'. */
function withPartnerships(
  choices: readonly Choice[],
  hub: string,
  onFailure: (failed: CompositionFailed) => void,
): Supergraph | undefined {
  for (;;) {
    const made = attempt(choices, hub);
    if (!(made instanceof CompositionFailed)) return made;
    onFailure(made);
    const movable = choices.filter((choice) => choice.canStepDown && !choice.isHub);
    if (movable.length === 0) return undefined;
    const named = movable.filter(({ name }) => made.issues.some(({ subgraphs }) => subgraphs.includes(name)));
    culpritOf(named.length > 0 ? named : movable, choices, hub).stepDown(made.issues);
  }
}

/** The one without which least is wrong. */
function culpritOf(suspects: readonly Choice[], choices: readonly Choice[], hub: string): Choice {
  if (suspects.length === 1) return suspects[0]!;
  const left = new Map<Choice, number>();
  for (const suspect of suspects) {
    const without = suspect.asLast(() => attempt(choices, hub));
    if (!(without instanceof CompositionFailed)) return suspect;
    left.set(suspect, without.issues.length);
  }
  return suspects.reduce((one, other) => (left.get(other)! < left.get(one)! ? other : one));
}

function attempt(choices: readonly Choice[], hub: string): Supergraph | CompositionFailed {
  const hubSdl = choices.find(({ isHub }) => isHub)!.sdl;
  if (hubSdl === null) return new CompositionFailed([noSchemaOf(choices.find(({ isHub }) => isHub)!)]);
  try {
    const subgraphs = choices.flatMap(({ name, url, sdl }) => {
      const chosen = sdl ?? absentAmong(choices, name);
      return chosen === null ? [] : [{ name, url, sdl: chosen }];
    });
    const supergraph = composeSupergraph(subgraphs, { hub });
    requireDecisions(supergraph.supergraphSdl);
    return supergraph;
  } catch (error) {
    if (error instanceof CompositionFailed) return error;
    // What composition itself does not survive is one partnership's too, and is looked for as any other.
    return new CompositionFailed([{ code: 'COMPOSITION_FAILED', message: String(error), subgraphs: [] }]);
  }
}

/** Where a schema does not parse nothing can be told of it, and composition says so. */
function absentAmong(choices: readonly Choice[], name: string): string | null {
  const documents = choices.flatMap((choice) => (choice.document ? [choice] : []));
  const hub = documents.find(({ isHub }) => isHub)?.document;
  if (!hub) return null;
  const others = documents.flatMap(({ isHub, document }) => (isHub ? [] : [document!]));
  return absentSchema(name, hub, others);
}

const noSchemaOf = ({ name, served }: Choice): CompositionIssue => ({
  code: 'SUBGRAPH_SDL_UNREACHABLE',
  message: `${served.problem ?? 'It gave no schema.'} None is kept of it.`,
  subgraphs: [name],
});

const lineOf = ({ code, message, remedy }: CompositionIssue) =>
  [`${code}: ${message}`, remedy].filter(Boolean).join(' ');

interface Option {
  servedUnder: ServedUnder;
  sdl: string | null;
  /** Null where there is none, or it does not parse. */
  document: DocumentNode | null;
}

function optionOf(servedUnder: ServedUnder, sdl: string): Option {
  try {
    return { servedUnder, sdl, document: parse(sdl, { noLocation: true }) };
  } catch {
    return { servedUnder, sdl, document: null };
  }
}

/** Under which of its schemas a subgraph is served, the best first. */
class Choice {
  readonly name: string;
  readonly url: string;
  readonly #options: readonly Option[];
  #at = 0;
  #problem: string | null;
  #issues: readonly CompositionIssue[] = [];

  constructor(
    private readonly candidate: SubgraphCandidate,
    readonly isHub: boolean,
  ) {
    const { name, url, published, lastGood, problem } = candidate;
    this.name = name;
    this.url = url;
    this.#problem = problem;
    const options: Option[] = [];
    if (published !== null) options.push(optionOf('PUBLISHED', published));
    if (lastGood !== null && lastGood !== published) options.push(optionOf('LAST_GOOD', lastGood));
    if (!isHub || options.length === 0) options.push({ servedUnder: 'NONE', sdl: null, document: null });
    this.#options = options;
  }

  get sdl(): string | null {
    return this.#options[this.#at]!.sdl;
  }

  get document(): DocumentNode | null {
    return this.#options[this.#at]!.document;
  }

  get served(): ServedSubgraph {
    const { servedUnder, sdl } = this.#options[this.#at]!;
    return { name: this.name, servedUnder, sdl, problem: this.#problem, issues: this.#issues };
  }

  get canStepDown(): boolean {
    return this.#at + 1 < this.#options.length;
  }

  /** @param issues - what is wrong with the one that is left. */
  stepDown(issues: readonly CompositionIssue[]): boolean {
    if (!this.canStepDown) return false;
    const own = issues.filter(({ subgraphs }) => subgraphs.includes(this.name));
    const told = own.length > 0 ? own : issues;
    if (this.#problem === null) [this.#problem, this.#issues] = [told.map(lineOf).join('\n'), told];
    this.#at += 1;
    return true;
  }

  /** What comes of it with the last of its choices. */
  asLast<Result>(act: () => Result): Result {
    const at = this.#at;
    this.#at = this.#options.length - 1;
    try {
      return act();
    } finally {
      this.#at = at;
    }
  }

  reset(): void {
    this.#at = 0;
    this.#problem = this.candidate.problem;
    this.#issues = [];
  }
}
