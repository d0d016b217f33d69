import { memo, type ReactNode, useSyncExternalStore } from 'react'
import type { UnderstoodLine } from '../../notebook/notes/understand.ts'
import { MarkSquare } from '../ui/MarkSquare.tsx'
import { Sheet } from '../ui/Panel.tsx'
import { SectionHead } from '../ui/SectionHead.tsx'
import { joined } from '../ui/Type.tsx'
import { longDay, type Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import { topicInWords } from './topic-words.ts'
import type { UnderstoodGroup, UnderstoodItem } from './understood-groups.ts'
import { type UnderstoodNow, useUnderstoodNow } from './understood-now.ts'
import { WhoSaidIt } from './WhoSaidIt.tsx'
import styles from './UnderstoodPanel.module.css'

interface UnderstoodProps {
  readonly understood: UnderstoodNow
  readonly wall: Wall
  /** Leads to the line, to correct it there. */
  readonly onCorrect: (item: UnderstoodItem) => void
  /** Where a line went, in words: "joined an open question". */
  readonly whereOf?: (line: UnderstoodLine) => string | null
  /** A field as it stands in the words: "about conservation" unless told otherwise. */
  readonly fieldInWords?: (tag: string) => string
  /** Those at the table; of several, a line that names none of them asks who said it. */
  readonly speakers?: readonly { readonly id: string; readonly name: string }[]
  readonly onSpeaker?: (item: UnderstoodItem, name: string) => void
}

/** Of each mark the latest; a note of years would be a list without end. */
const most = 40

/**
 * What the notes say so far, by mark. Nothing is added in silence: a tap leads to the line. Not drawn again while what
 * it is given stays the same, so that a key need not wait for it.
 */
export const UnderstoodPanel = memo(function Understood(props: UnderstoodProps): ReactNode {
  const t = useWords()
  return (
    <section aria-label={t('notes.understood')}>
      <SectionHead title={t('notes.understood')} aside={t('notes.correct')} />
      <UnderstoodList {...props} />
    </section>
  )
})

/** The same as a sheet, over the notes on the phone. */
export function UnderstoodSheet({
  opened,
  onClose,
  ...props
}: UnderstoodProps & { opened: boolean; onClose: () => void }): ReactNode {
  const t = useWords()
  return (
    <Sheet opened={opened} onClose={onClose} title={t('notes.understood')}>
      <UnderstoodList {...props} onCorrect={(item) => (onClose(), props.onCorrect(item))} />
    </Sheet>
  )
}

/** "12 things understood": opens the sheet; nothing where nothing was. */
export function UnderstoodLink({
  understood,
  onOpen,
}: {
  understood: UnderstoodNow
  onOpen: () => void
}): ReactNode {
  const t = useWords()
  const count = useSyncExternalStore(understood.listen, () => understood.now().count)
  if (count === 0) return null
  return (
    <button type="button" className={styles.link} onClick={onOpen}>
      {t('count.understood', { count })}
    </button>
  )
}

function UnderstoodList({ understood, ...props }: UnderstoodProps): ReactNode {
  const t = useWords()
  const { groups, offRecord } = useUnderstoodNow(understood)
  return (
    <>
      {groups.length === 0 ? <p className={styles.quiet}>{t('notes.nothing')}</p> : null}
      {groups.map((group) => (
        <Group key={group.mark} group={group} {...props} />
      ))}
      {offRecord > 0 ? (
        <p className={styles.quiet}>{t('notes.offCount', { count: offRecord })}</p>
      ) : null}
    </>
  )
}

/** Everything but what was understood: that comes by groups, and a group that says the same is not drawn again. */
type GroupProps = Omit<UnderstoodProps, 'understood'> & { readonly group: UnderstoodGroup }

const Group = memo(function UnderstoodItems({ group, ...props }: GroupProps): ReactNode {
  const t = useWords()
  return (
    <div className={styles.group}>
      <h3 className={styles.title}>
        <MarkSquare mark={group.mark} />
        {t(`group.${group.kind}`, { count: group.items.length })}
      </h3>
      {group.items.length > most ? (
        <p className={styles.before}>{t('notes.before', { count: group.items.length - most })}</p>
      ) : null}
      <ul>
        {group.items.slice(-most).map((item) => (
          <Item key={item.key} item={item} {...props} />
        ))}
      </ul>
    </div>
  )
})

type ItemProps = Omit<GroupProps, 'group'> & { readonly item: UnderstoodItem }

const Item = memo(function UnderstoodLineItem({ item, ...props }: ItemProps): ReactNode {
  const { line } = item
  return (
    <li>
      <button type="button" className={styles.item} onClick={() => props.onCorrect(item)}>
        <Words line={line} />
        <Where line={line} {...props} />
      </button>
      <WhoSaidIt
        line={line}
        speakers={props.speakers ?? []}
        onSpeaker={(name) => props.onSpeaker?.(item, name)}
      />
    </li>
  )
})

/** The words; of a person to meet the name stands out. */
function Words({ line }: { line: UnderstoodLine }): ReactNode {
  const name = line.referral?.name
  const said = line.said === '' ? line.text : line.said
  const stands = line.mark === '"' || line.mark === '!'
  if (!name || !said.startsWith(name)) {
    return <span className={joined([styles.words, stands && styles.strong])}>{said}</span>
  }
  return (
    <span className={styles.words}>
      <b className={styles.strong}>{name}</b>
      {said.slice(name.length)}
    </span>
  )
}

function Where(props: Omit<ItemProps, 'item'> & { line: UnderstoodLine }): ReactNode {
  const t = useWords()
  const { line, wall, whereOf } = props
  const aboutField = (tag: string): string =>
    props.fieldInWords?.(tag) ?? t('notes.aboutField', { field: tag.replaceAll('_', ' ') })
  const parts = [
    line.day ? longDay(line.day, wall) : null,
    ...line.fields.map(aboutField),
    ...line.topics.map((topic) => t('notes.topic', { topic: topicInWords(t, topic) })),
    whereOf?.(line) ?? null,
  ].filter((part) => part !== null)
  return parts.length > 0 ? <span className={styles.where}>{parts.join(', ')}</span> : null
}
