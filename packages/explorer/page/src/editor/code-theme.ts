import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours are those of the page, which knows whether it is light or dark. */
export const codeTheme = [
  EditorView.theme({
    '&': { height: '100%', fontSize: '0.875rem', color: 'var(--text)', backgroundColor: 'var(--surface)' },
    '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '-3px' },
    '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
    '.cm-content': { caretColor: 'var(--text)', paddingBlock: '0.75rem' },
    '.cm-cursor': { borderLeftColor: 'var(--text)' },
    '.cm-gutters': { color: 'var(--muted)', backgroundColor: 'var(--surface)', border: 'none' },
    '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'transparent' },
    '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
      backgroundColor: 'var(--selection)',
    },
    '.cm-foldPlaceholder': { color: 'var(--muted)', background: 'none', border: '1px solid var(--line)' },
    '.cm-tooltip, .cm-panels': {
      color: 'var(--text)',
      backgroundColor: 'var(--surface)',
      border: '1px solid var(--line)',
      maxWidth: '24rem',
    },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      color: 'var(--on-accent)',
      backgroundColor: 'var(--accent)',
    },
    '.cm-completionInfo': { padding: '0.5rem 0.75rem', fontFamily: 'var(--sans)' },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.keyword, tags.definitionKeyword], color: 'var(--code-keyword)', fontWeight: '600' },
      { tag: tags.propertyName, color: 'var(--code-name)' },
      { tag: [tags.string, tags.special(tags.name)], color: 'var(--code-text)' },
      { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-value)' },
      { tag: [tags.variableName, tags.attributeName, tags.modifier, tags.atom], color: 'var(--code-type)' },
      { tag: [tags.comment, tags.lineComment, tags.punctuation], color: 'var(--muted)' },
    ]),
  ),
];
