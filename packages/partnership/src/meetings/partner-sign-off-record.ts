import { DateScalar, PartnerSignOff, SignedSubject } from '@hub/contract';
import { check, defineRecord, type Check, problem } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { agencyColumn, agencyNamed, withOwnAgency } from '../governance/agency-record';
import { statutoryPartnersThen } from '../governance/document-then';
import { notDemonstration } from '../recording/not-demonstration';
import { bodyDecisionNamed, BodyDecisionRecord } from './body-decision-record';
import { meetingNamed, MeetingRecord } from './meeting-record';
import { shortTexts } from './office-checks';

/** A sign-off as stored. */
export class PartnerSignOffRecord extends PartnerSignOff {
  id!: string;
  subject!: SignedSubject;
  /** Of the decision, or of the meeting whose minutes they are. */
  reference!: string;
}

/** What is recorded of a sign-off. */
@InputType({ description: 'That a statutory partner signed off a decision, or the minutes of a meeting.' })
export class RecordSignOffInput {
  @Field(() => String, { nullable: true, description: 'Reference of the decision, where it is one.' })
  decisionReference?: string | null;

  @Field(() => String, { nullable: true, description: 'Reference of the meeting, where it is its minutes.' })
  meetingReference?: string | null;

  @Field(() => ID, { description: 'Id of the agency that is the statutory partner, as `Agency.id`.' })
  agencyId!: string;

  @Field(() => DateScalar, { description: 'The day it signed; not after today.' })
  signedOn!: string;

  @Field(() => String, { description: "The office that signed for it, never a person's name." })
  byRole!: string;
}

const subjectOf = ({ decisionReference, meetingReference }: RecordSignOffInput) =>
  typeof decisionReference === 'string'
    ? { subject: SignedSubject.DECISION, reference: decisionReference }
    : { subject: SignedSubject.MINUTES, reference: meetingReference ?? '' };

/** The day of what is signed off; null where it is not known. */
async function dayOf({ decisionReference, meetingReference }: RecordSignOffInput, manager: EntityManager) {
  const decision = decisionReference && (await manager.findOneBy(BodyDecisionRecord, { reference: decisionReference }));
  const met = meetingReference && (await manager.findOneBy(MeetingRecord, { reference: meetingReference }));
  return (decision && decision.decidedOn) || (met && met.heldOn) || null;
}

const notBeforeItsSubject = check<RecordSignOffInput>('SIGNED_BEFORE_DONE', 'signedOn', async (input, manager) => {
  const day = await dayOf(input, manager);
  return day !== null && input.signedOn < day && `It is of ${day}, and cannot be signed off before. Correct the day.`;
});

/** Published minutes keep the sign-offs on which they rest. */
const notPublished: Check<PartnerSignOffRecord> = {
  codes: ['MINUTES_PUBLISHED'],
  async problems({ subject, reference }, manager) {
    const met = subject === SignedSubject.MINUTES ? await manager.findOneBy(MeetingRecord, { reference }) : null;
    const isPublished = met !== null && met.minutesUrl !== null;
    const message = 'The minutes are published on it. Withdraw that first, by withdrawMeetingMinutes.';
    return [isPublished && problem('meetingReference', 'MINUTES_PUBLISHED', message)];
  },
};

/** Sign-offs of decisions (HAV-11) and minutes (HAV-13), once a partner each. */
export const partnerSignOff = defineRecord({
  row: PartnerSignOffRecord,
  table: 'partner_sign_off',
  stored: { id: 'text', subject: 'text', reference: 'text', agency: agencyColumn },
  order: { signedOn: 'ASC', id: 'ASC' },
  mutation: 'recordSignOff',
  clauses: ['HAV-11', 'HAV-13'],
  description: 'Records that a statutory partner signed off a decision, or the minutes of a meeting. Once a partner.',
  input: RecordSignOffInput,
  about: 'The sign-off.',
  answers: { as: 'signOff', type: PartnerSignOff, what: 'The sign-off', result: 'recording a sign-off' },
  read: withOwnAgency,
  names: { decisionReference: bodyDecisionNamed, meetingReference: meetingNamed, agencyId: agencyNamed },
  by: ['decisionReference', 'meetingReference', 'agencyId'],
  key: (input) => ({ ...subjectOf(input), agency: { id: input.agencyId } }),
  content: ({ signedOn, byRole }) => ({ signedOn, byRole }),
  derived: (input) => ({ id: `${subjectOf(input).subject}:${subjectOf(input).reference}:${input.agencyId}` }),
  named: (input) => `The sign-off of "${subjectOf(input).reference}" by ${input.agencyId}`,
  taken: { code: 'PARTNER_HAS_SIGNED' },
  checks: [
    check<RecordSignOffInput>('ONE_SUBJECT', 'decisionReference', ({ decisionReference, meetingReference }) => {
      const isOne = (typeof decisionReference === 'string') !== (typeof meetingReference === 'string');
      return !isOne && 'A sign-off is of one thing. Give decisionReference or meetingReference, and not both.';
    }),
    check<RecordSignOffInput>('NOT_A_PARTNER', 'agencyId', async (input, manager) => {
      const partners = await statutoryPartnersThen(manager, (await dayOf(input, manager)) ?? input.signedOn);
      const isPartner = partners.some(({ agency }) => agency.id === input.agencyId);
      return (
        !isPartner &&
        `"${input.agencyId}" was no statutory partner then. Give one of ` +
          '`termsOfReference(on) { statutoryPartners { agency { id } } }`.'
      );
    }),
    shortTexts<RecordSignOffInput>('byRole', ({ byRole }) => [byRole]),
    notBeforeItsSubject,
    // Whoever signed off what is shown signed off nothing that is recorded in its place later.
    notDemonstration(MeetingRecord, 'reference', 'meetingReference', 'MEETING_IS_DEMONSTRATION'),
    notDemonstration(BodyDecisionRecord, 'reference', 'decisionReference', 'DECISION_IS_DEMONSTRATION'),
  ],
  demonstration: 'displaces',
  restsOn: [
    {
      on: MeetingRecord,
      where: ({ reference }: MeetingRecord) => ({ subject: SignedSubject.MINUTES, reference: reference ?? '' }),
    },
  ],
  mayChange: [notPublished],
});
