import { type ReactNode, useState } from 'react'
import { readAnew } from '../shell/answers.ts'
import type { JobInput, JobOutput, Jobs } from '../shell/client.ts'
import { sayRefused } from '../shell/deeds.ts'
import { saveFile, startJob } from '../shell/server.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { toast } from '../ui/toast.tsx'
import { Type } from '../ui/Type.tsx'
import { capitalized, useWords } from '../words/words.ts'
import { PartHead } from './PartHead.tsx'
import styles from './Settings.module.css'

const formats = ['vcard4', 'vcard3', 'jcard', 'csv', 'json'] as const

/** The notebook as a whole: given out, tried out, made anew. */
export function NotebookPart(): ReactNode {
  const t = useWords()
  const [busy, setBusy] = useState(false)
  const [strict, setStrict] = useState(false)
  const working = { busy, setBusy }
  return (
    <>
      <PartHead part="notebook" lead={t('settings.notebook.lead')} />
      <Block title={t('settings.notebook.export')} why={t('settings.notebook.exportWhy')}>
        {formats.map((format) => (
          <Button key={format} disabled={busy} onClick={() => void giveOut(format, strict)}>
            {t(`settings.notebook.${format}`)}
          </Button>
        ))}
        <Segmented
          question={t('settings.notebook.cards')}
          answers={[
            { value: 'as they came', words: t('settings.notebook.asTheyCame') },
            { value: 'strict', words: t('settings.notebook.strict') },
          ]}
          value={strict ? 'strict' : 'as they came'}
          onChange={(answer) => setStrict(answer === 'strict')}
        />
        {strict ? <Type look="second">{t('settings.notebook.strictWhy')}</Type> : null}
      </Block>
      <Block title={t('contacts.imports.title')} why={t('contacts.imports.lead')}>
        <ButtonLink to="/bring-in/before" look="outline">
          {t('settings.notebook.imports')}
        </ButtonLink>
      </Block>
      <Block title={t('settings.notebook.sample')} why={t('settings.notebook.sampleWhy')}>
        <Button
          disabled={busy}
          onClick={() =>
            void work(working, 'sample.load', {}, ({ people }) =>
              capitalized(t('settings.notebook.loaded', { count: people })),
            )
          }
        >
          {t('settings.notebook.load')}
        </Button>
        <Button
          disabled={busy}
          onClick={() =>
            void work(working, 'sample.remove', {}, () => t('settings.notebook.removed'))
          }
        >
          {t('settings.notebook.remove')}
        </Button>
      </Block>
      <Block title={t('settings.notebook.rebuild')} why={t('settings.notebook.rebuildWhy')}>
        <Button
          disabled={busy}
          onClick={() =>
            void work(working, 'notebook.rebuild', {}, () => t('settings.notebook.rebuilt'))
          }
        >
          {t('settings.notebook.rebuildVerb')}
        </Button>
      </Block>
      <p role="status" className={styles.working}>
        {busy ? t('settings.notebook.working') : null}
      </p>
    </>
  )
}

interface BlockProps {
  readonly title: string
  readonly why: string
  readonly children: ReactNode
}

function Block({ title, why, children }: BlockProps): ReactNode {
  return (
    <section className={styles.block}>
      <Type look="h3" as="h3">
        {title}
      </Type>
      <Type look="second">{why}</Type>
      <div className={styles.acts}>{children}</div>
    </section>
  )
}

async function giveOut(format: (typeof formats)[number], strict: boolean): Promise<void> {
  try {
    await saveFile('contacts.export', { format, strict })
  } catch (error) {
    sayRefused(error)
  }
}

interface Working {
  readonly setBusy: (busy: boolean) => void
}

async function work<Name extends keyof Jobs>(
  { setBusy }: Working,
  name: Name,
  input: JobInput<Name>,
  say: (output: JobOutput<Name>) => string,
): Promise<void> {
  setBusy(true)
  try {
    toast(say(await startJob(name, input)))
    await readAnew()
  } catch (error) {
    sayRefused(error)
  } finally {
    setBusy(false)
  }
}
