import { closeBrackets, closeBracketsKeymap, autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, codeFolding, foldGutter, foldKeymap, indentOnInput } from '@codemirror/language';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { codeTheme } from './code-theme';

interface CodeEditorProps {
  /** What it is called by who does not see it. */
  label: string;
  value: string;
  /** Takes what is written. Without it the text can be read and searched, not changed. */
  onChange?(value: string): void;
  /** The language and keys of it, as they are when it is made. */
  extensions: Extension;
  /** Does what depends on more than the text, each time that this is another function. */
  configure?(view: EditorView): void;
}

/** Code that is written or read: CodeMirror, of whose text React is the owner. */
export function CodeEditor({ label, value, onChange, extensions, configure }: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const made = useRef({ label, value, extensions, isReadOnly: onChange === undefined });
  const current = useRef({ value, onChange });
  useLayoutEffect(() => {
    current.current = { value, onChange };
  });

  useEffect(() => {
    const { label, value, extensions, isReadOnly } = made.current;
    const created = new EditorView({
      parent: place.current!,
      doc: value,
      extensions: [
        extensions,
        isReadOnly ? EditorState.readOnly.of(true) : writing,
        reading,
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          const text = state.doc.toString();
          if (docChanged && text !== current.current.value) current.current.onChange?.(text);
        }),
      ],
    });
    setView(created);
    return () => created.destroy();
  }, []);

  // Before anything else can be written, which it would take away.
  useLayoutEffect(() => {
    if (!view || view.state.doc.toString() === value) return;
    view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: value }, selection: { anchor: 0 } });
    view.scrollDOM.scrollTop = 0;
  }, [view, value]);
  useEffect(() => {
    if (view) configure?.(view);
  }, [view, configure]);

  return <div className="code" ref={place} />;
}

const reading: Extension = [
  codeTheme,
  EditorView.lineWrapping,
  lineNumbers(),
  codeFolding(),
  foldGutter(),
  drawSelection(),
  bracketMatching(),
  highlightSelectionMatches(),
  search({ top: true }),
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...foldKeymap]),
];

const writing: Extension = [
  history(),
  indentOnInput(),
  closeBrackets(),
  autocompletion(),
  keymap.of([...historyKeymap, ...completionKeymap]),
];
