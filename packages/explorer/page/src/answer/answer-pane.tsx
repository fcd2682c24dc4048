import { json } from '@codemirror/lang-json';
import { useMemo } from 'react';
import type { SavedExample } from '../../../src/saved-example';
import { CodeEditor } from '../editor/code-editor';
import type { Asked } from './ask';
import { Downloads } from './downloads';
import { MissingNote } from './missing-note';
import { whatIsMissing, type Missing } from './what-is-missing';

/** Where a question stands. */
export type AnswerState =
  { is: 'not-asked' } | { is: 'asking' } | { is: 'answered'; asked: Asked } | { is: 'failed'; problem: string };

interface AnswerPaneProps {
  answer: AnswerState;
  examples: readonly SavedExample[];
  tablesPath: string | undefined;
  headers: Record<string, string>;
}

/** What was answered: first whether it is whole, then the answer itself. */
export function AnswerPane({ answer, examples, tablesPath, headers }: AnswerPaneProps) {
  const asked = answer.is === 'answered' ? answer.asked : null;
  const missing = useMemo(() => asked && whatIsMissing(asked.response), [asked]);
  const example = examples.find(({ query }) => query === asked?.question.query) ?? null;
  return (
    <section className="answer" aria-labelledby="answer-heading">
      <header>
        <h2 id="answer-heading">Answer</h2>
        <p role="status" className={missing ? `lacks-${missing.extent}` : 'quiet'}>
          {statusOf(answer, missing)}
        </p>
        {asked && missing?.extent !== 'everything' && <Downloads {...{ asked, example, tablesPath, headers }} />}
      </header>
      {answer.is === 'failed' && (
        <section className="missing everything" aria-label="Problem">
          <h3>Nothing was answered</h3>
          <p>{answer.problem}</p>
        </section>
      )}
      {missing && missing.extent !== 'nothing' && <MissingNote missing={missing} />}
      {asked ? (
        <CodeEditor label="Answer, as JSON" value={asked.text} extensions={inJson} />
      ) : (
        answer.is === 'not-asked' && <p className="empty">Press Run, or Ctrl and Enter, and the answer stands here.</p>
      )}
    </section>
  );
}

const inJson = json();

function statusOf(answer: AnswerState, missing: Missing | null): string {
  if (answer.is === 'asking') return 'Asking…';
  if (answer.is === 'failed') return 'Not answered';
  if (answer.is === 'not-asked' || !missing) return '';
  const { milliseconds } = answer.asked;
  const took = milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
  if (missing.extent === 'everything') return `Not answered, ${took}`;
  if (missing.extent === 'part') return `In part, ${took}`;
  return `Complete${missing.coverage ? `, ${missing.coverage.answered} partnerships` : ''}, ${took}`;
}
