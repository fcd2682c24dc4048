import type { Facts } from './facts';
import { FactsError } from './facts-error';
import { obligationProblems } from './obligation-problems';
import { reportProblems } from './report-problems';

/**
 * Checks what no single file can: that ids are unique and that every reference finds its target.
 *
 * @throws {@link FactsError} listing every contradiction.
 */
export function checkFacts(folder: string, facts: Facts): void {
  const problems: string[] = [];
  const clauseIds = unique('clauses.yaml', facts.clauses, problems);
  const agencyIds = unique('agencies.yaml', facts.agencies, problems);
  const bodyIds = unique('bodies.yaml', facts.bodies, problems);
  unique('relations.yaml', facts.relations, problems);
  unique('priorities.yaml', facts.priorities, problems);

  const requireKnown = (place: string, what: string, id: string | null, known: ReadonlySet<string>) => {
    if (id !== null && !known.has(id))
      problems.push(`${place}: ${what} "${id}" is not listed. Add it or correct the id.`);
  };
  const requireSources = (place: string, sources: readonly string[]) => {
    for (const id of sources) requireKnown(place, 'clause', id, clauseIds);
  };

  requireSources('terms-of-reference.yaml', facts.termsOfReference.sources);
  for (const s of facts.termsOfReference.signatories) requireSources(`terms-of-reference.yaml, ${s.name}`, s.sources);
  unique('terms-of-reference.yaml, authorityTests', facts.termsOfReference.authorityTests, problems);
  for (const { id, clause } of facts.termsOfReference.authorityTests) {
    requireKnown(`terms-of-reference.yaml, ${id}`, 'clause', clause, clauseIds);
  }
  for (const partner of facts.statutoryPartners) {
    requireKnown(`statutory-partners.yaml, ${partner.agency}`, 'agency', partner.agency, agencyIds);
    requireSources(`statutory-partners.yaml, ${partner.agency}`, partner.sources);
  }
  for (const body of facts.bodies) {
    const place = `bodies.yaml, ${body.id}`;
    requireKnown(place, 'parent', body.parent, bodyIds);
    requireSources(place, body.sources);
    if (body.chair) requireSources(`${place}, chair`, body.chair.sources);
    for (const seat of body.seats) {
      requireKnown(`${place}, seat "${seat.title}"`, 'agency', seat.agency, agencyIds);
      requireSources(`${place}, seat "${seat.title}"`, seat.sources);
    }
  }
  for (const relation of facts.relations) requireSources(`relations.yaml, ${relation.id}`, relation.sources);
  for (const priority of facts.priorities) requireSources(`priorities.yaml, ${priority.id}`, priority.sources);
  unique('obligations.yaml', facts.obligations, problems);
  for (const obligation of facts.obligations) {
    const place = `obligations.yaml, ${obligation.id}`;
    requireKnown(place, 'clause', obligation.clause, clauseIds);
    requireKnown(place, 'body', obligation.body, bodyIds);
    const contradictions = [...obligationProblems(obligation, facts), ...reportProblems(obligation, facts.reports)];
    problems.push(...contradictions.map((problem) => `${place}: ${problem}`));
  }
  for (const { kind, sources, sections, recipients } of facts.reports) {
    requireSources(`reports.yaml, ${kind}`, sources);
    for (const one of [...sections, ...recipients]) requireSources(`reports.yaml, ${kind}, ${one.part}`, one.sources);
  }
  if (facts.thresholdDocument) requireSources('threshold-document.yaml', facts.thresholdDocument.sources);
  if (problems.length > 0) throw new FactsError(folder, problems);
}

function unique(file: string, rows: readonly { id: string }[], problems: string[]): Set<string> {
  const seen = new Set<string>();
  for (const { id } of rows) {
    if (seen.has(id)) problems.push(`${file}: id "${id}" stands twice. Give each its own.`);
    seen.add(id);
  }
  return seen;
}
