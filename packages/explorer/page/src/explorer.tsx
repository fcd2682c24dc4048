import { useRef, useState } from 'react';
import type { ExploredApi } from '../../src/explored-api';
import type { SavedExample } from '../../src/saved-example';
import { AnswerPane } from './answer/answer-pane';
import { useAnswer } from './answer/use-answer';
import { AskingContext } from './asking/asking-context';
import { AskingForm } from './asking/asking-form';
import type { ExplorerRoles } from './asking/roles';
import { useAskingForm } from './asking/use-asking-form';
import { ExampleList } from './examples/example-list';
import { QuestionPane } from './question/question-pane';
import type { Question } from './question/question';
import { FieldGuide } from './schema/field-guide';
import { useSchema } from './schema/use-schema';

/** An API of the same server: its saved questions, the one that is asked, and its answer, as whom one chooses. */
export function Explorer({ api, offer }: { api: ExploredApi; offer: ExplorerRoles }) {
  const { title, path, examples, tablesPath } = api;
  const runButton = useRef<HTMLButtonElement>(null);
  const form = useAskingForm(offer, () => runButton.current?.focus());
  const { headers } = form.asking;
  const known = useSchema(path, headers);
  const { answer, run, stop } = useAnswer(path, headers);
  const [example, setExample] = useState<SavedExample | null>(examples[0] ?? null);
  const [question, setQuestion] = useState(() => questionOf(examples[0]));
  const [shown, setShown] = useState<'examples' | 'fields'>('examples');
  const [trail, setTrail] = useState<readonly string[]>([]);
  // On a narrow screen the list and the question take turns.
  const [isBrowsing, setBrowsing] = useState(false);

  const open = (chosen: SavedExample) => {
    setExample(chosen);
    setQuestion(questionOf(chosen));
    stop();
    if (!isBrowsing) return;
    setBrowsing(false);
    // Once it is there again.
    setTimeout(() => runButton.current?.focus());
  };
  const showType = (type: string) => {
    setTrail([...trail, type.replace(/[[\]!]/g, '')]);
    setShown('fields');
    setBrowsing(true);
  };
  return (
    <AskingContext value={form.choice}>
      <a className="skip" href="#question-heading">
        Skip to the question
      </a>
      <div className={`explorer ${isBrowsing ? 'browsing' : ''}`}>
        <header className="top">
          <h1>
            {title} <span>explorer</span>
          </h1>
          <button type="button" className="browse" aria-expanded={isBrowsing} onClick={() => setBrowsing(!isBrowsing)}>
            {isBrowsing ? 'Back' : 'Questions'}
            {isBrowsing && <span className="visually-hidden"> to the question</span>}
          </button>
          <AskingForm offer={offer} {...form} />
        </header>
        <main>
          <section className="side" aria-label="Questions and fields">
            <div className="choice" role="group" aria-label="Show">
              <button type="button" aria-pressed={shown === 'examples'} onClick={() => setShown('examples')}>
                Questions
              </button>
              <button type="button" aria-pressed={shown === 'fields'} onClick={() => setShown('fields')}>
                Fields
              </button>
            </div>
            {shown === 'examples' ? (
              <ExampleList examples={examples} opened={example?.name ?? null} onOpen={open} />
            ) : (
              <FieldGuide known={known} trail={trail} onTrail={setTrail} />
            )}
          </section>
          <div className="work">
            <QuestionPane
              question={question}
              example={example}
              schema={known.schema}
              isAsking={answer.is === 'asking'}
              runButton={runButton}
              onChange={(change) => setQuestion((current) => ({ ...current, ...change }))}
              onRun={() => void run(question)}
              onStop={() => stop()}
              onShowType={showType}
            />
            <AnswerPane {...{ answer, examples, tablesPath, headers }} />
          </div>
        </main>
      </div>
    </AskingContext>
  );
}

const questionOf = (example: SavedExample | undefined): Question => ({
  query: example?.query ?? '',
  variables: example?.variables ?? '',
  operationName: null,
});
