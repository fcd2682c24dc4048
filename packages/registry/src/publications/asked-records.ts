import type { ServedSubgraph, SubgraphCandidate } from '../assembly/subgraph-candidate';
import type { Finding } from '../checks/finding';
import type { CompositionIssue } from '../composition-failed';
import { REGISTRY_ERRORS } from '../errors';
import { sha256 } from './publication-history';
import type { NewPublication, PublicationEntry, PublishedSubgraph, SupergraphPart } from './publication-record';

/** What is known of the subgraphs that the hub asks itself. */
export interface KnownOfHub {
  /** Those that publish something new. */
  news: readonly SubgraphCandidate[];
  servedAs: ReadonlyMap<string, PublishedSubgraph>;
  /** Of each the last that the hub recorded. */
  lastOfHub: ReadonlyMap<string, PublicationEntry>;
}

/**
 * Whether what a subgraph says of itself is to be looked at. What it said when the hub last asked is not: whoever has
 * published since has said more. What was refused may be good beside others.
 */
export function isNews(
  { published }: SubgraphCandidate,
  served: PublishedSubgraph | undefined,
  last: PublicationEntry | undefined,
): boolean {
  if (published === null) return false;
  if (published === served?.sdl) return served.servedUnder !== 'PUBLISHED';
  return last?.sdlHash !== sha256(published) || last.result === 'REFUSED';
}

/** What becomes of what was asked, as it is added to the history. */
export function askedRecords(assembled: readonly ServedSubgraph[], { news, servedAs, lastOfHub }: KnownOfHub) {
  const publications = news.flatMap(({ name, published }): NewPublication[] => {
    const { servedUnder, issues } = assembled.find((one) => one.name === name)!;
    const last = lastOfHub.get(name);
    const isServed = servedUnder === 'PUBLISHED';
    // Refused again is nothing new.
    if (!isServed && last?.result === 'REFUSED' && last.sdlHash === sha256(published!)) return [];
    const result = isServed ? 'SERVED' : 'REFUSED';
    const reason = 'The hub asked the subgraph for its schema.';
    const findings = issues.map((issue) => findingOf(issue, name));
    return [{ subgraph: name, url: null, sdl: published!, key: null, reason, result, findings, restores: null }];
  });
  const parts = (added: ReadonlyMap<string, number>) =>
    assembled.map(({ name, servedUnder, sdl, problem }): SupergraphPart => {
      const before = servedAs.get(name);
      const isNew = news.some((one) => one.name === name) && servedUnder === 'PUBLISHED';
      if (isNew) return { name, publication: added.get(name)!, servedUnder, problem };
      const publication = before?.publication ?? null;
      // What stays as it was is no better than it was.
      if (before && sdl !== null && problem === null) return { ...partOf(before), publication };
      return { name, publication, servedUnder, problem };
    });
  return { publications, parts };
}

const partOf = ({ name, publication, servedUnder, problem }: PublishedSubgraph) => ({
  ...{ name, publication, servedUnder, problem },
});

const findingOf = (issue: CompositionIssue & Partial<Finding>, name: string): Finding => ({
  ...{ severity: 'ERROR', coordinate: '', line: null, remedy: REGISTRY_ERRORS.COMPOSITION_FAILED.remedy },
  ...issue,
  subgraphs: issue.subgraphs.length > 0 ? issue.subgraphs : [name],
});
