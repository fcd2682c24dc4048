import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours are those of the page, which knows whether it is light or dark. */
export const codeTheme = [
  EditorView.theme({
    '&': { height: '100%', fontSize: '0.875rem', color: 'var(--text)', backgroundColor: 'var(--surface)' },
    // An outline would be behind the line numbers.
    '&.cm-focused': { outline: 'none' },
    '&.cm-focused::after': {
      content: '""',
      position: 'absolute',
      inset: '0',
      zIndex: '300',
      border: '3px solid var(--focus)',
      pointerEvents: 'none',
    },
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
    '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxHeight: 'none' },
    '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
      color: 'var(--on-accent)',
      backgroundColor: 'var(--accent)',
    },
    '.cm-panels': { maxWidth: 'none', borderWidth: '0 0 1px' },
    '.cm-panel.cm-search': { padding: '0.5rem 2rem 0.5rem 0.75rem', fontFamily: 'var(--sans)' },
    '.cm-panel.cm-search label': { display: 'inline-flex', alignItems: 'center', fontSize: '0.875rem' },
    '.cm-button, .cm-textfield': {
      minHeight: '2rem',
      fontSize: '0.875rem',
      color: 'var(--text)',
      background: 'var(--surface)',
      borderColor: 'var(--control-line)',
      borderRadius: '6px',
    },
    '.cm-search [name=close]': { minHeight: '1.5rem', minWidth: '1.5rem', color: 'var(--text)' },
    '.cm-searchMatch, .cm-selectionMatch': { backgroundColor: 'var(--part-soft)', outline: '1px solid var(--part)' },
    '.cm-searchMatch-selected': { backgroundColor: 'var(--selection)' },
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
