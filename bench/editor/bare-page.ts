import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorView, highlightActiveLine, keymap } from '@codemirror/view'

// Stands in the page of the bench: waits for a note, and shows it.
addEventListener('note', (told) => {
  const doc = told instanceof CustomEvent ? String(told.detail) : ''
  const looks = EditorView.theme({
    '&': { height: '700px' },
    '.cm-scroller': { overflow: 'auto' },
  })
  const asTheNotes = EditorView.contentAttributes.of({ 'aria-label': 'Note', spellcheck: 'true' })
  const keys = keymap.of([...historyKeymap, ...defaultKeymap])
  const extensions = [
    history(),
    EditorView.lineWrapping,
    highlightActiveLine(),
    keys,
    looks,
    asTheNotes,
  ]
  // oxlint-disable-next-line no-new -- it stands in the page from here on
  new EditorView({ doc, extensions, parent: document.body })
})
