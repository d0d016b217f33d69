import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from '@codemirror/autocomplete'
import type { EditorState, Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import {
  isWhole,
  matching,
  type Suggestion,
  tagFor,
  type TagSuggestions,
  type TypedTag,
  typedTag,
} from './tag-completion.ts'

const most = 8

/** Offers people after `@`, fields after `#`, topics after `/`; asks anew at each completion. */
export function tagCompletion(suggestions: () => TagSuggestions): Extension {
  return [
    autocompletion({
      override: [(context) => complete(context, suggestions())],
      icons: false,
      maxRenderedOptions: most,
      // Of itself it would look after every key, and draw twice for each that is in no tag.
      activateOnTyping: false,
    }),
    EditorView.updateListener.of(({ view, state, transactions }) => {
      const isTyped = transactions.some((one) => one.isUserEvent('input.type'))
      if (isTyped && tagBefore(state, state.selection.main.head)) startCompletion(view)
    }),
  ]
}

interface TagInNote extends TypedTag {
  /** Where its line begins in the note. */
  readonly line: number
}

function tagBefore(state: EditorState, cursor: number): TagInNote | null {
  const { from: line, text } = state.doc.lineAt(cursor)
  const tag = typedTag(text.slice(0, cursor - line))
  return tag && { ...tag, line }
}

async function complete(
  context: CompletionContext,
  suggestions: TagSuggestions,
): Promise<CompletionResult | null> {
  const tag = tagBefore(context.state, context.pos)
  const from = tag && suggestions[tag.kind]
  if (!tag || !from) return null
  const found = typeof from === 'function' ? await from(tag.typed) : matching(from, tag.typed)
  if (context.aborted || found.length === 0 || isWhole(tag, found)) return null
  return {
    from: tag.line + tag.from,
    options: found.slice(0, most).map((suggestion) => optionOf(tag.kind, suggestion)),
    filter: false,
  }
}

function optionOf(kind: keyof TagSuggestions, { name, under }: Suggestion): Completion {
  return {
    label: name,
    apply: `${tagFor(kind, name)} `,
    ...(under === undefined ? {} : { detail: under }),
  }
}
