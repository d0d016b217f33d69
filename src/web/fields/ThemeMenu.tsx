import { Merge, PencilLine, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { Panel } from '../ui/Panel.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import { SameAs } from './SameAs.tsx'
import type { ThemeShown } from './types.ts'
import styles from './Fields.module.css'

interface ThemeMenuProps {
  readonly theme: ThemeShown
  readonly others: readonly ThemeShown[]
}

/** Other words, one with another theme, the bin. */
export function ThemeMenu({ theme, others }: ThemeMenuProps): ReactNode {
  const t = useWords()
  const [front, setFront] = useState<'change' | 'join' | null>(null)
  const { id, claim } = theme
  const close = (): void => setFront(null)
  const join = {
    words: t('themes.menu.join'),
    icon: <Merge aria-hidden />,
    onChoose: () => setFront('join'),
  }
  return (
    <>
      <MoreMenu
        label={t('themes.menu.label', { claim })}
        deeds={[
          {
            words: t('themes.menu.change'),
            icon: <PencilLine aria-hidden />,
            onChoose: () => setFront('change'),
          },
          ...(others.length > 0 ? [join] : []),
          {
            words: t('themes.menu.bin'),
            icon: <Trash2 aria-hidden />,
            onChoose: () =>
              void carryOut(client.themes.remove, { theme: id }, () =>
                t('themes.menu.binned', { claim }),
              ),
          },
        ]}
      />
      <Panel
        opened={front === 'change'}
        onClose={close}
        title={t('themes.menu.change')}
        size="520px"
      >
        <OtherWords theme={theme} onClose={close} />
      </Panel>
      <Panel opened={front === 'join'} onClose={close} title={t('themes.menu.join')} size="520px">
        <JoinWith theme={theme} others={others} onClose={close} />
      </Panel>
    </>
  )
}

interface OtherWordsProps {
  readonly theme: ThemeShown
  readonly onClose: () => void
}

function OtherWords({ theme, onClose }: OtherWordsProps): ReactNode {
  const t = useWords()
  const [claim, setClaim] = useState(theme.claim)
  const [about, setAbout] = useState(theme.about)

  async function keep(): Promise<void> {
    const changed = await carryOut(client.themes.change, { theme: theme.id, claim, about }, () =>
      t('themes.menu.changed', { claim }),
    )
    if (changed) onClose()
  }

  return (
    <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void keep())}>
      <TextField
        serif
        label={t('themes.menu.claim')}
        value={claim}
        onChange={setClaim}
        maxLength={400}
        data-autofocus
      />
      <TextArea label={t('themes.menu.about')} value={about} onChange={setAbout} maxLength={5000} />
      <div className={styles.acts}>
        <Button type="submit" look="filled" disabled={claim.trim() === ''}>
          {t('themes.menu.keep')}
        </Button>
        <Button look="quiet" onClick={onClose}>
          {t('dialog.cancel')}
        </Button>
      </div>
    </form>
  )
}

function JoinWith({ theme, others, onClose }: ThemeMenuProps & OtherWordsProps): ReactNode {
  const t = useWords()
  const { claim } = theme

  async function keep(into: string): Promise<void> {
    const other = others.find(({ id }) => id === into)
    if (!other) return
    const done = await carryOut(client.themes.join, { theme: theme.id, into }, () =>
      t('themes.menu.joined', { claim, other: other.claim }),
    )
    if (done) onClose()
  }

  return (
    <SameAs
      label={t('themes.menu.with')}
      hint={t('themes.menu.why', { claim })}
      others={others.map(({ id, claim: words }) => ({ value: id, words }))}
      act={t('themes.menu.one')}
      onChoose={(into) => void keep(into)}
      onClose={onClose}
    />
  )
}
