import { agencyIdOf, ContributionKind, ContributionTarget } from '@hub/contract';
import { projectChecks } from '@hub/partnership';
import { check, defineRecord, notBlank } from '@hub/subgraph-kit';
import { PartnershipRecord } from '../directory/directory-records';
import { InviteContributionInput } from './mutations/contribution-inputs';
import { isInOpenYear } from './mutations/financial-years';
import { PooledContributionPayload } from './mutations/payloads';
import { PooledContributionRecord } from './pooled-contribution-row';
import { receivedIn, spentIn } from './real-sums';

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
    check<InviteContributionInput>('PARTNERSHIP_UNKNOWN', 'partnershipId', async ({ partnershipId: id }, manager) => {
      const isKnown = await manager.existsBy(PartnershipRecord, { id });
      return !isKnown && `The directory holds no partnership ${id}. Use the id of one that it holds.`;
    }),
  ],
  requires: [isInOpenYear],
  mayChange: [
    isInOpenYear,
    check<PooledContributionRecord>(
      'ABOVE_RECEIPTS',
      'reference',
      async ({ financialYear, kind, receivedPence }, manager) => {
        const received = kind === ContributionKind.CASH ? (receivedPence ?? 0) : 0;
        const left = (await receivedIn(manager, financialYear)) - (await spentIn(manager, financialYear));
        return (
          received > left &&
          `What was spent in ${financialYear} rests on it. Withdraw that by withdrawExpenditure first.`
        );
      },
    ),
  ],
  demonstration: 'displaces',
});
