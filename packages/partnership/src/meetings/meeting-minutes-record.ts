import { DateScalar, Meeting, SignedSubject } from '@hub/contract';
import { check, defineRecord, problem, type Check } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';
import { documentThen, statutoryPartnersThen } from '../governance/document-then';
import { meeting, meetingNamed, MeetingRecord } from './meeting-record';
import { PartnerSignOffRecord } from './partner-sign-off-record';
import { awaited, countingFor, signingUnder } from './sign-offs';

/** An address of a page: what is given in its place, such as the minutes themselves, is none. */
const ADDRESS = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^\s<>"]*)?$/i;
const LONGEST = 500;

/** What is recorded of minutes. */
@InputType({ description: 'Where the redacted minutes of a meeting are published. The hub takes no minutes.' })
export class PublishMinutesInput {
  @Field(() => String, { description: 'Reference of the meeting.' })
  reference!: string;

  @Field(() => String, { description: 'Address of the page of the redacted minutes, beginning with `https://`.' })
  redactedUrl!: string;

  @Field(() => DateScalar, {
    description: 'The day they were published; not before the last sign-off, nor after today.',
  })
  publishedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day the chair approved them (LAM-14).' })
  approvedByChairOn?: string | null;
}

const areSignedOff: Check<PublishMinutesInput> = {
  codes: ['MINUTES_NOT_SIGNED_OFF'],
  async problems({ reference, publishedOn }, manager) {
    const met = await manager.findOneBy(MeetingRecord, { reference });
    const heldOn = met?.heldOn ?? publishedOn;
    const document = await documentThen(manager, heldOn);
    const partners = await statutoryPartnersThen(manager, heldOn);
    const signOffs = await manager.find(PartnerSignOffRecord, {
      where: { subject: SignedSubject.MINUTES, reference: met?.reference ?? reference },
      relations: { agency: true },
    });
    const counting = countingFor(met ?? { isSynthetic: false }, signOffs);
    const missing = awaited(signingUnder(document?.minutesSignOff, partners), counting, publishedOn);
    const names = missing.map(({ agency }) => agency.name).join(', ');
    const message = `The minutes are not signed off by ${names} on or before that day. Record each by recordSignOff first.`;
    return [missing.length > 0 && problem('publishedOn', 'MINUTES_NOT_SIGNED_OFF', message)];
  },
};

/** Redacted minutes, in the row of their meeting: nothing publishes them before the statutory partners signed (HAV-13). */
export const meetingMinutes = defineRecord({
  row: MeetingRecord,
  name: 'MeetingMinutes',
  table: 'meeting',
  partOf: { of: meeting, open: { minutesUrl: null, minutesPublishedOn: null, minutesApprovedOn: null } },
  order: meeting.order,
  mutation: 'publishMinutes',
  clauses: ['HAV-13', 'LAM-14'],
  description:
    'Records where the redacted minutes of a meeting are published, once the statutory partners signed them off where the document asks for it (HAV-13). Once a meeting.',
  input: PublishMinutesInput,
  about: 'Where they are published.',
  answers: { as: 'meeting', type: Meeting, what: 'The meeting', result: 'publishing minutes', nothing: 'published' },
  names: { reference: meetingNamed },
  by: ['reference'],
  content: ({ redactedUrl, publishedOn, approvedByChairOn }) => ({
    ...{ minutesUrl: redactedUrl, minutesPublishedOn: publishedOn, minutesApprovedOn: approvedByChairOn ?? null },
  }),
  named: ({ reference }) => `The minutes of "${reference}"`,
  taken: { field: 'redactedUrl', code: 'ALREADY_PUBLISHED' },
  checks: [
    check<PublishMinutesInput>('URL_INVALID', 'redactedUrl', ({ redactedUrl }) => {
      const isAddress = redactedUrl.length <= LONGEST && ADDRESS.test(redactedUrl);
      return !isAddress && `redactedUrl is not an address of up to ${LONGEST} characters that begins with https://.`;
    }),
    check<PublishMinutesInput>('DATES_OUT_OF_ORDER', 'publishedOn', async (input, manager) => {
      const met = await manager.findOneBy(MeetingRecord, { reference: input.reference });
      const days = [met?.heldOn, input.approvedByChairOn, input.publishedOn].filter((day) => typeof day === 'string');
      const isInOrder = days.every((day, index) => index === 0 || days[index - 1]! <= day);
      return !isInOrder && 'Minutes are approved and then published, after the meeting. Correct one of the days.';
    }),
    areSignedOff,
  ],
  demonstration: 'follows',
});
