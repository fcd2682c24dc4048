import { agencyIdOf, agencyIdWithin, ContributionTarget } from '@hub/contract';
import { AgencyRecord, projectChecks } from '@hub/partnership';
import { check, defineRecord, notBlank } from '@hub/subgraph-kit';
import { partnershipNamed } from '../directory/partnership-named';
import { LONDON_SCP } from '../governance/executive/london-scp-resolver';
import { InviteContributionInput } from './mutations/contribution-inputs';
import { isInOpenYear, staysInOpenYear } from './mutations/financial-years';
import { PooledContributionPayload } from './mutations/payloads';
import { PooledContributionRecord } from './pooled-contribution-row';
import { isUnspent } from './real-sums';

/** Contributions to the London SCP, once a reference: an invitation, then its answer and what was received. */
export const pooledContribution = defineRecord({
  row: PooledContributionRecord,
  table: 'pooled_contribution',
  stored: {
    ...{ financialYear: 'text', partnershipId: { type: 'text', nullable: true } },
    agreedInstalments: { type: 'jsonb', nullable: true },
  },
  order: { reference: 'ASC' },
  mutation: 'inviteContribution',
  clauses: ['LON-31'],
  description:
    'Invites an agency of a partnership, or a member organisation of the London SCP itself, to contribute (LON-31).',
  input: InviteContributionInput,
  about: 'The invitation.',
  answers: { as: 'contribution', payload: PooledContributionPayload },
  scope: 'budget:write',
  names: { partnershipId: partnershipNamed },
  by: ['reference'],
  content: ({ reference: _, partnershipId, agencyId, project, ...content }) => ({
    ...{ ...content, partnershipId: partnershipId ?? null, project: project ?? null },
    agencyId: agencyIdOf(partnershipId ?? LONDON_SCP.id, agencyId),
  }),
  derived: ({ reference }) => ({ id: `contribution:${reference}` }),
  named: ({ reference }) => `The invitation ${reference}`,
  checks: [
    notBlank('reference', 'agencyId'),
    check<InviteContributionInput>('AGENCY_UNKNOWN', 'agencyId', async ({ partnershipId, agencyId }, manager) => {
      if (typeof partnershipId === 'string') return null;
      const id = agencyIdWithin(LONDON_SCP.id, agencyId);
      const remedy =
        'Give an id of `londonScp { bodies { seats { agency { id } } } }`, or the partnership of the agency.';
      return (
        !(await manager.existsBy(AgencyRecord, { id })) && `"${agencyId}" is no member of the London SCP. ${remedy}`
      );
    }),
    check<InviteContributionInput>('TARGET_NOT_LONDON', 'target', ({ target }) => {
      const isLocal = target === ContributionTarget.LOCAL_BUDGET;
      return isLocal && 'London invites to its pooled budget or to a project. Give one of them.';
    }),
    ...projectChecks,
  ],
  requires: [isInOpenYear],
  mayChange: [staysInOpenYear, isUnspent],
  demonstration: 'displaces',
});
