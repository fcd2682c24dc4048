import { AuditKind, financialYearBounds, plusDays } from '@hub/contract';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DEMONSTRATION_UNTIL, DEMONSTRATION_YEARS } from '../demonstration/period';
import { seededRandom } from '../demonstration/random';
import type { Facts } from '../facts/facts';
import { readYaml } from '../facts/read-yaml';
import { assuranceArrangementFile } from './assurance-arrangement-file';

const THEMES = ['Neglect', 'Children who move', 'Harm outside the home', 'Pre-birth assessment', 'Domestic abuse'];
const SUBJECTS = [
  'A referral that one agency took to be below the threshold',
  'Who chairs a strategy discussion at the weekend',
  'Information that came late to a conference',
  'A plan that ended before another agency agreed',
  'A place at a school that was not found in time',
];
const inTime = (day: string) => day <= DEMONSTRATION_UNTIL;

/** Two multi-agency audits a year, now and then one missed; one of an agency, and one under section 11. */
export function demonstrationAudits(id: string) {
  const random = seededRandom(`audits/${id}`);
  return DEMONSTRATION_YEARS.flatMap((year) =>
    [AuditKind.MULTI_AGENCY, AuditKind.SINGLE_AGENCY, AuditKind.SECTION_11, AuditKind.MULTI_AGENCY].map(
      (kind, index) => {
        const reference = `AUD/${year}/${index + 1}`;
        const completedOn = plusDays(financialYearBounds(year).from, 40 + index * 80 + Math.floor(random() * 20));
        const isMissed = random() < 0.1;
        const shared = plusDays(completedOn, 30);
        return {
          ...{ id: `${id}:audit:${reference}`, reference, kind, completedOn, isSynthetic: true, isMissed },
          theme: THEMES[Math.floor(random() * THEMES.length)]!,
          findings: 2 + Math.floor(random() * 6),
          learningSharedOn: inTime(shared) ? shared : null,
        };
      },
    ),
  )
    .filter(({ isMissed, completedOn }) => !isMissed && inTime(completedOn))
    .map(({ isMissed: _, ...audit }) => audit);
}

/** Five challenges, of which the last one or two are open; each that was hard was taken further by the whole route. */
export function demonstrationChallenges(id: string, facts: Facts, factsFolder: string) {
  const random = seededRandom(`challenges/${id}`);
  const owners = facts.statutoryPartners.map(({ agency }) => agency);
  const route = arrangementOf(factsFolder)?.escalationRoute ?? [];
  const challenges = SUBJECTS.map((subject, index) => {
    const reference = `CH/${index + 1}`;
    const raisedOn = plusDays('2025-09-08', index * 85 + Math.floor(random() * 20));
    const resolvedOn = plusDays(raisedOn, 30 + Math.floor(random() * 60));
    const isResolved = index < 3 || (index === 3 && random() < 0.5 && inTime(resolvedOn));
    return {
      ...{ id: `${id}:challenge:${reference}`, reference, subject, raisedOn, isSynthetic: true },
      agencyId: owners[Math.floor(random() * owners.length)]!,
      resolvedOn: isResolved ? resolvedOn : null,
      resolution: isResolved ? 'The agencies agreed what each does next.' : null,
    };
  });
  const escalations = challenges
    .filter((_, index) => index % 2 === 0)
    .flatMap(({ reference, raisedOn }) =>
      route.map(({ code }, place) => ({
        ...{ id: `${id}:challenge:${reference}:${code}`, challengeReference: reference, step: code },
        ...{ escalatedOn: plusDays(raisedOn, 10 * (place + 1)), isSynthetic: true },
      })),
    )
    .filter(({ escalatedOn }) => inTime(escalatedOn));
  return { challenges, escalations };
}

/** One activity a quarter, duty by duty in the order of the document. */
export function demonstrationScrutiny(id: string, factsFolder: string) {
  const duties = arrangementOf(factsFolder)?.scrutinyDuties ?? [];
  const days = DEMONSTRATION_YEARS.flatMap((year) =>
    [45, 135, 225, 315].map((day) => plusDays(financialYearBounds(year).from, day)),
  ).filter(inTime);
  return duties.flatMap(({ code }, place) =>
    days
      .filter((_, index) => place === 0 || index % duties.length === place)
      .map((doneOn) => ({
        ...{ id: `${id}:scrutiny:${code}/${doneOn}`, reference: `${code}/${doneOn}`, duty: code, doneOn },
        ...{ byRole: 'Independent Scrutineer', summary: 'Looked at this in the quarter, and told the partners.' },
        isSynthetic: true,
      })),
  );
}

function arrangementOf(factsFolder: string) {
  const file = join(factsFolder, 'assurance-arrangement.yaml');
  return existsSync(file) ? readYaml(file, assuranceArrangementFile) : null;
}
