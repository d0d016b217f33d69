import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/** The list of suggestions, which stands outside of the lines, in the house's look. */
export const editorLooks: Extension = EditorView.theme({
  '&.cm-focused': { outline: 'none' },
  '.cm-tooltip.cm-tooltip-autocomplete': {
    background: 'var(--card)',
    border: '1px solid var(--line)',
    borderRadius: 'var(--r-2)',
    boxShadow: 'var(--shadow-2)',
    padding: '4px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--sans)',
    fontSize: '15px',
    maxHeight: '19em',
    minWidth: '220px',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: '6px 10px',
    lineHeight: '1.4',
    borderRadius: '5px',
    color: 'var(--ink)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--olive-wash)',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': {
    fontStyle: 'normal',
    color: 'var(--ink-3)',
    marginLeft: '10px',
    fontSize: '13.5px',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '600' },
})
