import { useRef, useState } from 'react';
import type { Question } from '../question/question';
import { ask } from './ask';
import type { AnswerState } from './answer-pane';

/** Asks one question at a time; another, or `stop`, ends the one before. */
export function useAnswer(path: string, headers: Record<string, string>) {
  const [answer, setAnswer] = useState<AnswerState>({ is: 'not-asked' });
  const asking = useRef<AbortController>(null);
  const stop = (next: AnswerState = { is: 'not-asked' }) => {
    asking.current?.abort();
    asking.current = null;
    setAnswer(next);
  };
  const run = async (question: Question) => {
    stop({ is: 'asking' });
    const own = (asking.current = new AbortController());
    const next = await ask(path, headers, question, own.signal).then(
      (asked): AnswerState => ({ is: 'answered', asked }),
      (error: Error): AnswerState => ({ is: 'failed', problem: error.message }),
    );
    if (!own.signal.aborted) setAnswer(next);
  };
  return { answer, run, stop };
}
