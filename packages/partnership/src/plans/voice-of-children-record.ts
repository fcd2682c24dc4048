import { DateScalar, VoiceKind, VoiceOfChildren, VoiceSource, VoiceSubject } from '@hub/contract';
import { check, defineRecord, fitsIntoId, prose } from '@hub/subgraph-kit';
import { Field, InputType } from 'type-graphql';

/** What children said, as stored. */
export class VoiceOfChildrenRecord extends VoiceOfChildren {}

/** What is recorded of what children said. */
@InputType({ description: 'What children said. Nobody is recognised by it.' })
export class RecordVoiceOfChildrenInput {
  @Field(() => String, { description: "The partnership's own reference of it, which names no child." })
  reference!: string;

  @Field(() => VoiceKind, { description: 'Whether one child was heard, or children together.' })
  kind!: VoiceKind;

  @Field(() => VoiceSource, { description: 'Through whom.' })
  source!: VoiceSource;

  @Field(() => VoiceSubject, { description: 'What they were asked about.' })
  subject!: VoiceSubject;

  @Field(() => DateScalar, { description: 'The day they were heard; not after today.' })
  heardOn!: string;

  @Field(() => String, { description: 'What they said, in up to 500 characters by which nobody is recognised.' })
  said!: string;

  @Field(() => String, { nullable: true, description: 'What changed because of it, likewise. May come later.' })
  changed?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day they were told what is done. May come later.' })
  toldOn?: string | null;
}

/** What children said, once a reference. What changed, and when they were told, can be filled in later (TRI-02, HAV-05, RED-06). */
export const voiceOfChildren = defineRecord({
  row: VoiceOfChildrenRecord,
  table: 'voice_of_children',
  order: { heardOn: 'DESC', id: 'DESC' },
  mutation: 'recordVoiceOfChildren',
  clauses: ['LON-08', 'HAV-05', 'RED-06', 'TRI-02', 'TRI-41'],
  description:
    'Records what children said, in words by which nobody is recognised (TRI-02, HAV-05, RED-06). ' +
    'What changed because of it, and the day they were told, can be filled in later under the same reference.',
  input: RecordVoiceOfChildrenInput,
  about: 'What they said.',
  answers: { as: 'voice', type: VoiceOfChildren, what: 'What they said', result: 'recording what children said' },
  by: ['reference'],
  key: ({ reference }, { id }) => ({ id: `${id}-voice:${reference}` }),
  content: ({ reference: _, changed, toldOn, ...content }) => ({
    ...{ ...content, changed: changed ?? null, toldOn: toldOn ?? null },
  }),
  filledLater: ['changed', 'toldOn'],
  named: ({ reference }) => `What children said under "${reference}"`,
  checks: [
    fitsIntoId('reference'),
    ...['said', 'changed'].map((field) => prose(field, 500)),
    check<RecordVoiceOfChildrenInput>('DATES_OUT_OF_ORDER', 'toldOn', ({ heardOn, toldOn }) => {
      return (
        typeof toldOn === 'string' &&
        toldOn < heardOn &&
        `They were told on ${toldOn}, before they were heard. Correct a day.`
      );
    }),
  ],
  demonstration: 'displaces',
});
