import { json, jsonParseLinter } from '@codemirror/lang-json';
import { linter } from '@codemirror/lint';
import { Prec } from '@codemirror/state';
import { keymap, type EditorView } from '@codemirror/view';
import { graphql, updateSchema } from 'cm6-graphql';
import type { GraphQLSchema } from 'graphql';
import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react';
import type { SavedExample } from '../../../src/saved-example';
import { CodeEditor } from '../editor/code-editor';
import { RoleNote } from '../examples/role-note';
import { operationsOf, operationToRun, type Question } from './question';

interface QuestionPaneProps {
  question: Question;
  /** The saved example that was opened. */
  example: SavedExample | null;
  /** What can be asked for; null while nobody knows. */
  schema: GraphQLSchema | null;
  isAsking: boolean;
  runButton: RefObject<HTMLButtonElement | null>;
  onChange(change: Partial<Question>): void;
  onRun(): void;
  onStop(): void;
  /** Is told of a type whose name is clicked with Ctrl or Cmd. */
  onShowType(type: string): void;
}

/** What is asked: which saved question it is, whose token it needs, and the operation with its variables. */
export function QuestionPane(props: QuestionPaneProps) {
  const { question, example, schema, isAsking, runButton, onChange, onRun, onStop } = props;
  const { names, hasVariables } = useMemo(() => operationsOf(question.query), [question.query]);
  const isChanged = example !== null && question.query !== example.query;
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const runKey = useMemo(() => {
    const run = () => (latest.current.onRun(), true);
    return Prec.highest(keymap.of([{ key: 'Mod-Enter', run }]));
  }, []);
  const inGraphql = useMemo(() => {
    const onShowInDocs = (_field?: string, type?: string) => type && latest.current.onShowType(type);
    return [runKey, graphql(undefined, { onShowInDocs })];
  }, [runKey]);
  const inJson = useMemo(
    () => [runKey, json(), linter((view) => (view.state.doc.length ? checkJson(view) : []))],
    [runKey],
  );
  const showSchema = useCallback((view: EditorView) => updateSchema(view, schema ?? undefined), [schema]);

  return (
    <section className="question" aria-labelledby="question-heading">
      <header>
        <h2 id="question-heading" tabIndex={-1}>
          {example?.title ?? 'Your question'}
          {isChanged && <span className="quiet"> (changed)</span>}
        </h2>
        {names.length > 1 && (
          <select
            aria-label="Operation to run"
            value={operationToRun(question)!}
            onChange={(event) => onChange({ operationName: event.target.value })}
          >
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
        <button type="button" className="run" ref={runButton} onClick={isAsking ? onStop : onRun}>
          {isAsking ? 'Stop' : 'Run'}
        </button>
        {example && <p className="about">{example.about}</p>}
      </header>
      {example?.role && <RoleNote role={example.role} />}
      <CodeEditor
        label="Question, in GraphQL"
        value={question.query}
        extensions={inGraphql}
        configure={showSchema}
        onChange={(query) => onChange({ query })}
      />
      {(hasVariables || question.variables !== '') && (
        <section className="variables" aria-labelledby="variables-heading">
          <h3 id="variables-heading">Variables</h3>
          <CodeEditor
            label="Variables, as JSON"
            value={question.variables}
            extensions={inJson}
            onChange={(variables) => onChange({ variables })}
          />
        </section>
      )}
    </section>
  );
}

const checkJson = jsonParseLinter();
