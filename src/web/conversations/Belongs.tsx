import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { fold } from '../../kit/text.ts'
import { isTopicId } from '../../notebook/notes/topics.ts'
import { keyOf, nameFromTag } from '../../notebook/nouns/noun.ts'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { Chosen } from '../ui/Chosen.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Empty } from '../ui/Empty.tsx'
import { MarkSquare } from '../ui/MarkSquare.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { FromTranscript } from './FromTranscript.tsx'
import { isSame, withLine, withoutTag, withTag } from './line-tags.ts'
import { LineLevel } from './LineLevel.tsx'
import { firstNameOf } from './names.ts'
import type { Conversation, Note, NoteLine } from './types.ts'
import chip from '../ui/Chip.module.css'
import styles from './After.module.css'

type Kind = 'field' | 'topic'

interface BelongsProps {
  readonly conversation: Conversation
  readonly note: Note
}

const said: ReadonlySet<string | null> = new Set(['"', '!', '='])

/** Each thing they said, with the field and the topics it belongs to; changed in the words of the note itself. */
export function Belongs({ conversation, note }: BelongsProps): ReactNode {
  const t = useWords()
  const [only] = conversation.people
  const lines = note.lines
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => said.has(line.mark) && !line.offRecord && line.said !== '')

  function change(at: number, edit: (line: string) => string, words: string): void {
    const text = withLine(note.text, at, edit)
    const save = { ...note.subject, text, since: note.revision }
    void carryOut(client.notes.save, save, () => words)
  }

  return (
    <section>
      <SectionHead
        title={
          only && conversation.people.length === 1
            ? t('conversations.belongs.titleOf', { name: firstNameOf(only.name) })
            : t('conversations.belongs.title')
        }
        aside={t('conversations.belongs.aside')}
      />
      {lines.length === 0 ? <NoLines conversation={conversation} note={note} /> : null}
      <ul>
        {lines.map(({ line, at }) => (
          <li key={line.id} className={styles.line}>
            <Words line={line} />
            <div className={styles.tags}>
              <FromTranscript conversation={conversation.id} line={line.id} />
              <Tags
                line={line}
                ofTalk={conversation.fields}
                onAdd={(kind, name) =>
                  change(at, (text) => withTag(text, kind, name), t('conversations.belongs.kept'))
                }
                onTakeOff={(kind, name) =>
                  change(
                    at,
                    (text) => withoutTag(text, kind, name),
                    t('conversations.belongs.taken'),
                  )
                }
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NoLines({ conversation, note }: BelongsProps): ReactNode {
  const t = useWords()
  if (note.text.trim() !== '') {
    return <Type look="second">{t('conversations.belongs.none')}</Type>
  }
  return (
    <Empty sentence={t('conversations.after.noNotes')}>
      <ButtonLink to="/conversations/$id/during" params={{ id: conversation.id }}>
        {t('conversations.after.noNotesAct')}
      </ButtonLink>
    </Empty>
  )
}

function Words({ line }: { line: NoteLine }): ReactNode {
  const t = useWords()
  if (line.mark === '"') {
    return <p className={styles.said}>{t('list.quoted', { words: line.said })}</p>
  }
  return (
    <p className={styles.plain}>
      <MarkSquare mark={line.mark === '!' ? '!' : '='} spoken />
      {line.said}
    </p>
  )
}

interface TagsProps {
  readonly line: NoteLine
  /** Where the line names no field, it belongs to those of the whole talk. */
  readonly ofTalk: Conversation['fields']
  readonly onAdd: (kind: Kind, name: string) => void
  readonly onTakeOff: (kind: Kind, name: string) => void
}

function Tags({ line, ofTalk, onAdd, onTakeOff }: TagsProps): ReactNode {
  const t = useWords()
  const [adding, setAdding] = useState<Kind | null>(null)
  const fields = useAnswer(client.fields.list, {}).data?.fields ?? []
  const topics = useAnswer(client.topics.list, {}).data?.topics ?? []
  const fieldName = (tag: string) =>
    fields.find((one) => [one.name, ...one.otherNames].some((name) => isSame(tag, name)))?.name ??
    nameFromTag(tag)
  const topicName = (tag: string) =>
    topics.find(
      ({ id, name, otherNames }) =>
        id === keyOf(tag) || [name, ...otherNames].some((one) => isSame(tag, one)),
    )?.name ?? nameFromTag(tag)
  const takeOff = (tag: string) =>
    t('conversations.belongs.takeOff', { tag, line: line.said.slice(0, 60) })

  /** A field that is new is begun; a new topic is only a word. */
  async function add(kind: Kind, name: string): Promise<void> {
    const isNew = kind === 'field' && !fields.some((one) => isSame(one.name, name))
    const begun = isNew
      ? await carryOut(client.fields.add, { name }, () =>
          t('conversations.form.addedField', { name }),
        )
      : name
    if (begun) onAdd(kind, name)
  }

  if (adding !== null) {
    return (
      <AddTag
        kind={adding}
        line={line}
        known={
          adding === 'field'
            ? fields.map(({ name }) => ({ tag: name, name }))
            : topics.map(({ id, name }) => ({ tag: isTopicId(id) ? id : name, name }))
        }
        onAdd={(name) => {
          setAdding(null)
          void add(adding, name)
        }}
        onLeave={() => setAdding(null)}
      />
    )
  }
  return (
    <>
      {line.fields.length === 0
        ? ofTalk.map(({ id, name }) => <Chip key={id}>{name}</Chip>)
        : line.fields.map((tag) => (
            <Chosen
              key={tag}
              takeOff={takeOff(fieldName(tag))}
              onTakeOff={() => onTakeOff('field', tag)}
            >
              {fieldName(tag)}
            </Chosen>
          ))}
      {line.topics.map((tag) => (
        <Chosen
          key={tag}
          takeOff={takeOff(topicName(tag))}
          onTakeOff={() => onTakeOff('topic', tag)}
        >
          {topicName(tag)}
        </Chosen>
      ))}
      <AddChip line={line} kind="field" onAdd={() => setAdding('field')} />
      <AddChip line={line} kind="topic" onAdd={() => setAdding('topic')} />
      <LineLevel line={line} />
    </>
  )
}

interface AddChipProps {
  readonly kind: Kind
  readonly line: NoteLine
  readonly onAdd: () => void
}

function AddChip({ kind, line, onAdd }: AddChipProps): ReactNode {
  const t = useWords()
  const about = { line: line.said.slice(0, 60) }
  return (
    <button
      type="button"
      className={chip.chip}
      aria-label={
        kind === 'field'
          ? t('conversations.belongs.addField', about)
          : t('conversations.belongs.addTopic', about)
      }
      onClick={onAdd}
    >
      <Plus aria-hidden />
      {t(`conversations.belongs.${kind}`)}
    </button>
  )
}

interface AddTagProps {
  readonly kind: Kind
  readonly line: NoteLine
  readonly known: readonly { readonly tag: string; readonly name: string }[]
  readonly onAdd: (tag: string) => void
  readonly onLeave: () => void
}

function AddTag({ kind, line, known, onAdd, onLeave }: AddTagProps): ReactNode {
  const t = useWords()
  const [text, setText] = useState('')
  const name = text.trim()
  const wanted = fold(name)
  const borne = kind === 'field' ? line.fields : line.topics
  const fits = known.filter(
    (one) => fold(one.name).includes(wanted) && !borne.some((tag) => isSame(tag, one.tag)),
  )
  const isNew = name !== '' && !known.some((one) => isSame(one.name, name))
  const fresh =
    kind === 'field'
      ? t('conversations.belongs.newField', { name })
      : t('conversations.belongs.newTopic', { name })
  return (
    <div className={styles.adding}>
      <Combobox
        eager
        autoFocus
        quietLabel
        label={
          kind === 'field'
            ? t('conversations.belongs.hintField')
            : t('conversations.belongs.hintTopic')
        }
        hint={
          kind === 'field'
            ? t('conversations.belongs.hintField')
            : t('conversations.belongs.hintTopic')
        }
        text={text}
        onText={setText}
        choices={[
          ...fits.map(({ tag, name: words }) => ({ key: tag, words })),
          ...(isNew ? [{ key: name, words: fresh, before: <Plus aria-hidden /> }] : []),
        ]}
        onChoose={onAdd}
        onLeave={onLeave}
      />
    </div>
  )
}
