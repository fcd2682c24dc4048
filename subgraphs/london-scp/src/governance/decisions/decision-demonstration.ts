import { Sector, plusDays } from '@hub/contract';

import { DecisionKind } from './decision-kind';

const OFFICES: Readonly<Partial<Record<Sector, string>>> = {
  [Sector.LOCAL_AUTHORITY]: 'Executive member for local authorities',
  [Sector.POLICE]: 'Executive member for the police',
  [Sector.NHS]: 'Executive member for the NHS',
};
const ALL = [Sector.LOCAL_AUTHORITY, Sector.POLICE, Sector.NHS];

/** Last part of the reference, title, kind, day, amount in pence, and who signed it off. */
const DECISIONS: readonly (readonly [string, string, DecisionKind, string, number | null, readonly Sector[]])[] = [
  ['faith-based-abuse', 'Support for a network on faith-based abuse', DecisionKind.NETWORK, '2024-04-17', null, ALL],
  ['extremism', 'Support for a network on safeguarding and extremism', DecisionKind.NETWORK, '2024-04-17', null, ALL],
  ['children-who-move', 'Support for a network on children who move', DecisionKind.NETWORK, '2024-10-16', null, ALL],
  [
    'transitional-safeguarding',
    'Support for a network on transitional safeguarding',
    DecisionKind.NETWORK,
    '2026-07-15',
    null,
    [Sector.LOCAL_AUTHORITY, Sector.NHS],
  ],
  ['procedures-website', 'Procedures website', DecisionKind.FUNDING, '2025-04-16', 1_200_000, ALL],
  ['meeting-dates', 'Dates of the Executive meetings', DecisionKind.OTHER, '2026-01-21', null, ALL],
];

/** Reference of a demonstration decision by its last part. */
export function demonstrationReference(slug: string): string {
  return `london-scp/decision/${slug}`;
}

/** Decisions of the demonstration data, one of them not yet signed off by all. */
export function demonstrationDecisions() {
  const decisions = DECISIONS.map(([slug, title, kind, decidedOn, amountPence]) => ({
    id: `decision:${demonstrationReference(slug)}`,
    reference: demonstrationReference(slug),
    title,
    kind,
    decidedOn,
    amountPence,
    isSynthetic: true,
  }));
  const signOffs = DECISIONS.flatMap(([slug, , , decidedOn, , sectors]) =>
    sectors.map((sector, index) => ({
      decisionId: `decision:${demonstrationReference(slug)}`,
      sector,
      signedOn: plusDays(decidedOn, 7 * index),
      byRole: OFFICES[sector]!,
    })),
  );
  return { decisions, signOffs };
}
