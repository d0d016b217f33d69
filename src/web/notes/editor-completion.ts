import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import {
  isWhole,
  matching,
  type Suggestion,
  tagFor,
  type TagSuggestions,
  typedTag,
} from './tag-completion.ts'

const most = 8

/** Offers people after `@`, fields after `#`, topics after `/`; asks anew at each completion. */
export function tagCompletion(suggestions: () => TagSuggestions): Extension {
  return autocompletion({
    override: [(context) => complete(context, suggestions())],
    icons: false,
    maxRenderedOptions: most,
    activateOnTypingDelay: 60,
  })
}

async function complete(
  context: CompletionContext,
  suggestions: TagSuggestions,
): Promise<CompletionResult | null> {
  const line = context.state.doc.lineAt(context.pos)
  const tag = typedTag(line.text.slice(0, context.pos - line.from))
  const from = tag && suggestions[tag.kind]
  if (!tag || !from) return null
  const found = typeof from === 'function' ? await from(tag.typed) : matching(from, tag.typed)
  if (context.aborted || found.length === 0 || isWhole(tag, found)) return null
  return {
    from: line.from + tag.from,
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
