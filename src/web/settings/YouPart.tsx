import { useMantineColorScheme } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { clockIn, instantOf, isZone } from '../../kit/days.ts'
import { schemes } from '../../notebook/settings/settings.ts'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import { Button } from '../ui/Button.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import { BusyTimes } from './BusyTimes.tsx'
import { changeSettings } from './change-settings.ts'
import { Holidays } from './Holidays.tsx'
import { Answered, PartHead } from './PartHead.tsx'
import styles from './Settings.module.css'

type Settings = Awaited<ReturnType<typeof client.settings.show>>

/** Name, zone, colours, days off. */
export function YouPart(): ReactNode {
  const t = useWords()
  const answer = useAnswer(client.settings.show, {})
  return (
    <>
      <PartHead part="you" lead={t('settings.you.lead')} />
      <Answered answer={answer}>
        {(settings) => (
          <>
            <NameAndZone settings={settings} />
            <Scheme scheme={settings.scheme} />
            <Holidays days={settings.holidays} />
            <BusyTimes busy={settings.busy} />
          </>
        )}
      </Answered>
    </>
  )
}

const here = Intl.DateTimeFormat().resolvedOptions().timeZone

function NameAndZone({ settings }: { settings: Settings }): ReactNode {
  const t = useWords()
  const [name, setName] = useState(settings.name)
  const [about, setAbout] = useState(settings.about)
  const [reach, setReach] = useState(settings.reach)
  const [zone, setZone] = useState(settings.zone ?? here)
  const isKnown = isZone(zone)
  async function keep(): Promise<void> {
    if (isKnown) await changeSettings({ name, about, reach, zone })
  }
  return (
    <form className={styles.form} onSubmit={(event) => (event.preventDefault(), void keep())}>
      <TextField
        label={t('settings.you.name')}
        hint={t('settings.you.nameHint')}
        serif
        value={name}
        onChange={setName}
        maxLength={200}
        autoComplete="name"
      />
      <TextField
        label={t('settings.you.about')}
        hint={t('settings.you.aboutHint')}
        serif
        value={about}
        onChange={setAbout}
        maxLength={300}
        autoComplete="off"
      />
      <TextField
        label={t('settings.you.reach')}
        hint={t('settings.you.reachHint')}
        value={reach}
        onChange={setReach}
        maxLength={200}
        autoComplete="off"
      />
      <TextField
        label={t('settings.you.zone')}
        hint={isKnown ? t('settings.you.zoneHint', { clock: clockThere(zone) }) : undefined}
        trouble={isKnown ? null : t('settings.you.zoneUnknown')}
        value={zone}
        onChange={setZone}
        list="zones"
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id="zones">
        {Intl.supportedValuesOf('timeZone').map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
      <Button look="filled" type="submit" disabled={!isKnown}>
        {t('settings.you.keep')}
      </Button>
    </form>
  )
}

function clockThere(zone: string): string {
  return clockIn(zone, instantOf(Date.now()))
}

function Scheme({ scheme }: { scheme: Settings['scheme'] }): ReactNode {
  const t = useWords()
  const { setColorScheme } = useMantineColorScheme()
  function choose(next: Settings['scheme']): void {
    setColorScheme(next === 'system' ? 'auto' : next)
    void changeSettings({ scheme: next })
  }
  return (
    <div className={styles.block}>
      <Segmented
        question={t('settings.you.scheme')}
        answers={schemes.map((value) => ({
          value,
          words: t(`settings.you.schemes.${value}`),
        }))}
        value={scheme}
        onChange={choose}
      />
    </div>
  )
}
