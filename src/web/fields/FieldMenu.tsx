import { useNavigate } from '@tanstack/react-router'
import { Merge, MessagesSquare, PencilLine, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useAnswer } from '../shell/answers.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { Panel } from '../ui/Panel.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import { SameAs } from './SameAs.tsx'
import type { FieldShown } from './types.ts'
import styles from './Fields.module.css'

/** Another name, one with another field, the bin. */
export function FieldMenu({ field }: { field: FieldShown }): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const [front, setFront] = useState<'rename' | 'merge' | null>(null)
  const others = useAnswer(client.fields.list, {}).data?.fields.filter(({ id }) => id !== field.id)
  const { id, field: name } = field
  const close = (): void => setFront(null)

  async function bin(): Promise<void> {
    const gone = await carryOut(client.fields.remove, { which: id }, () =>
      t('fields.menu.binned', { name }),
    )
    if (gone) await navigate({ to: '/fields' })
  }

  const merge = {
    words: t('fields.menu.merge'),
    icon: <Merge aria-hidden />,
    onChoose: () => setFront('merge'),
  }
  return (
    <>
      <MoreMenu
        label={t('fields.menu.label', { name })}
        deeds={[
          {
            words: t('fields.menu.talks'),
            icon: <MessagesSquare aria-hidden />,
            onChoose: () => void navigate({ to: '/conversations', search: { field: id } }),
          },
          {
            words: t('fields.menu.rename'),
            icon: <PencilLine aria-hidden />,
            onChoose: () => setFront('rename'),
          },
          ...(others && others.length > 0 ? [merge] : []),
          {
            words: t('fields.menu.bin'),
            icon: <Trash2 aria-hidden />,
            onChoose: () => void bin(),
          },
        ]}
      />
      <Panel
        opened={front === 'rename'}
        onClose={close}
        title={t('fields.menu.rename')}
        size="480px"
      >
        <Rename field={field} onClose={close} />
      </Panel>
      <Panel opened={front === 'merge'} onClose={close} title={t('fields.menu.merge')} size="480px">
        <MergeWith field={field} others={others ?? []} onClose={close} />
      </Panel>
    </>
  )
}

interface RenameProps {
  readonly field: FieldShown
  readonly onClose: () => void
}

function Rename({ field, onClose }: RenameProps): ReactNode {
  const t = useWords()
  const [name, setName] = useState(field.field)

  async function keep(): Promise<void> {
    const renamed = await carryOut(client.fields.rename, { which: field.id, name }, (kept) =>
      t('fields.menu.renamed', { name: kept.name }),
    )
    if (renamed) onClose()
  }

  return (
    <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void keep())}>
      <TextField
        label={t('fields.menu.newName')}
        hint={t('fields.menu.renameWhy', { name: field.field })}
        value={name}
        onChange={setName}
        maxLength={400}
        data-autofocus
      />
      <div className={styles.acts}>
        <Button type="submit" look="filled" disabled={name.trim() === ''}>
          {t('fields.menu.renameKeep')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}

interface MergeWithProps extends RenameProps {
  readonly others: readonly { readonly id: string; readonly name: string }[]
}

function MergeWith({ field, others, onClose }: MergeWithProps): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const name = field.field

  async function keep(into: string): Promise<void> {
    const merged = await carryOut(client.fields.merge, { which: field.id, into }, (kept) =>
      t('fields.menu.merged', { name, other: kept.name }),
    )
    if (!merged) return
    onClose()
    await navigate({ to: '/fields/$id', params: { id: merged.id } })
  }

  return (
    <SameAs
      label={t('fields.menu.mergeWith')}
      hint={t('fields.menu.mergeWhy', { name })}
      others={others.map(({ id, name: words }) => ({ value: id, words }))}
      act={t('fields.menu.mergeKeep')}
      onChoose={(into) => void keep(into)}
      onClose={onClose}
    />
  )
}
