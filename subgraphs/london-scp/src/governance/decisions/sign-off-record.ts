import { check, defineRecord, notBlank, problem } from '@hub/subgraph-kit';
import { decisionIdOf, decisionNamed, ExecutiveDecisionRecord } from './decision-records';
import { ExecutiveDecisionPayload } from './executive-decision-payload';
import { signsForOwnSector } from './require-own-sector';
import { SignOff } from './sign-off';
import { SignOffDecisionInput } from './sign-off-decision-input';
import { SIGNING_SECTORS } from './sign-off-rule';

/** A sign-off as stored. */
export class SignOffRecord extends SignOff {
  decisionId!: string;
}

/** Sign-offs of decisions (LON-28), once a decision and sector. */
export const signOff = defineRecord({
  row: SignOffRecord,
  table: 'decision_sign_off',
  stored: { decisionId: { type: 'text', primary: true }, sector: { type: 'text', primary: true } },
  order: { signedOn: 'ASC', sector: 'ASC' },
  mutation: 'signOffDecision',
  clauses: ['LON-28'],
  description: 'Records that a sector signed a decision off (LON-28). The same again changes nothing.',
  input: SignOffDecisionInput,
  about: 'The sign-off.',
  answers: { as: 'decision', payload: ExecutiveDecisionPayload },
  scope: ['decisions:sign-local-authority', 'decisions:sign-police', 'decisions:sign-nhs'],
  mayRecord: signsForOwnSector,
  names: { reference: decisionNamed },
  by: ['reference', 'sector'],
  key: ({ reference, sector }) => ({ decisionId: decisionIdOf(reference), sector }),
  content: ({ signedOn, byRole }) => ({ signedOn, byRole }),
  named: ({ reference, sector }) => `The sign-off of ${JSON.stringify(reference)} by ${sector}`,
  taken: { code: 'SECTOR_HAS_SIGNED' },
  checks: [
    notBlank('reference'),
    notBlank('byRole'),
    check<SignOffDecisionInput>('SECTOR_SIGNS_NOTHING', 'sector', ({ sector }) => {
      const isSigning = SIGNING_SECTORS.includes(sector);
      return (
        !isSigning && `${sector} is none of the three safeguarding partners. Give one of ${SIGNING_SECTORS.join(', ')}.`
      );
    }),
    {
      codes: ['SIGNED_BEFORE_DECIDED'],
      async problems({ reference, signedOn }, manager) {
        const decidedOn = (await manager.findOneBy(ExecutiveDecisionRecord, { reference }))?.decidedOn ?? '';
        const message = `The decision was agreed on ${decidedOn}, and cannot be signed off before. Correct the day.`;
        return [signedOn < decidedOn && problem('signedOn', 'SIGNED_BEFORE_DECIDED', message)];
      },
    },
  ],
  demonstration: 'follows',
  mayChange: [
    {
      codes: ['DECISION_IS_DEMONSTRATION'],
      async problems({ decisionId: id }, manager) {
        const isSynthetic = await manager.existsBy(ExecutiveDecisionRecord, { id, isSynthetic: true });
        const message = 'The decision is demonstration data. Take that out by HUB_DEMO=0.';
        return [isSynthetic && problem('reference', 'DECISION_IS_DEMONSTRATION', message)];
      },
    },
  ],
  answer: ({ decisionId: id }, manager) => manager.findOneByOrFail(ExecutiveDecisionRecord, { id }),
});
