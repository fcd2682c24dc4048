import { VoiceKind } from '@hub/contract';
import { LondonResponseKind } from './london-response-kind';

/** One response of each kind, to issues of the demonstration. */
export function demonstrationResponses() {
  const responses: [string, LondonResponseKind, string, string[], VoiceKind[], string | null, string][] = [
    ['faith', LondonResponseKind.PRACTICE_DEVELOPMENT, 'Practice on abuse linked to faith or belief', [], [VoiceKind.COLLECTIVE], null, '2026-05-20'],
    ['moves', LondonResponseKind.RESPONSE, 'One way of telling of children placed far from home', ['lambeth-issue:demonstration-london-1'], [VoiceKind.COLLECTIVE, VoiceKind.INDIVIDUAL], null, '2026-07-15'],
    ['online', LondonResponseKind.POLICY_SUBMISSION, 'Evidence on online harm', [], [], 'Department for Education', '2026-09-09'],
  ]; // prettier-ignore
  return responses.map(([slug, kind, title, issueIds, voices, submittedTo, doneOn]) => ({
    ...{ id: `london-scp-response:demonstration-${slug}`, kind, title: `Demonstration: ${title}`, issueIds, voices },
    ...{ submittedTo, doneOn, publishedAt: null, isSynthetic: true },
  }));
}
