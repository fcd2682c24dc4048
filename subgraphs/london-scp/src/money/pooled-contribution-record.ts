import { agencyIdOf, ContributionTarget } from '@hub/contract';
import { projectChecks } from '@hub/partnership';
import { check, defineRecord, notBlank } from '@hub/subgraph-kit';
import { partnershipNamed } from '../directory/partnership-named';
import { InviteContributionInput } from './mutations/contribution-inputs';
import { isInOpenYear, staysInOpenYear } from './mutations/financial-years';
import { PooledContributionPayload } from './mutations/payloads';
import { PooledContributionRecord } from './pooled-contribution-row';
import { isUnspent } from './real-sums';

/** Contributions to the London SCP, once a reference: an invitation, then its answer and what was received. */
export const pooledContribution = defineRecord({
  row: PooledContributionRecord,
  table: 'pooled_contribution',
  stored: { financialYear: 'text', partnershipId: 'text' },
  order: { reference: 'ASC' },
  mutation: 'inviteContribution',
  description: 'Invites an agency to contribute (LON-31).',
  input: InviteContributionInput,
  about: 'The invitation.',
  answers: { as: 'contribution', payload: PooledContributionPayload },
  scope: 'budget:write',
  names: { partnershipId: partnershipNamed },
  by: ['reference'],
  content: ({ reference: _, agencyId, project, ...content }) => ({
    ...{ ...content, agencyId: agencyIdOf(content.partnershipId, agencyId), project: project ?? null },
  }),
  derived: ({ reference }) => ({ id: `contribution:${reference}` }),
  named: ({ reference }) => `The invitation ${reference}`,
  checks: [
    notBlank('reference', 'agencyId'),
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
