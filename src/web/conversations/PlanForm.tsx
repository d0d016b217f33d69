import { type ReactNode, useState } from 'react'
import { media } from '../../notebook/conversations/conversation.ts'
import { Button } from '../ui/Button.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { TextArea, TextField } from '../ui/TextField.tsx'
import { useWords } from '../words/words.ts'
import { FieldsChooser } from './FieldsChooser.tsx'
import { PeopleChooser } from './PeopleChooser.tsx'
import type { Plan } from './plan.ts'
import { WhenFields } from './WhenFields.tsx'
import styles from './PlanForm.module.css'

interface PlanFormProps {
  readonly first: Plan
  readonly verb: string
  /** Resolves when it is kept, or was refused; the form stays as it is. */
  readonly onKeep: (plan: Plan) => Promise<void>
  /** Beside the button: the way out of a panel. */
  readonly leave?: ReactNode
  /** The page has its own button elsewhere; it submits this form by its id. */
  readonly id?: string
}

/** With whom, about what, how long, where and when. Only the people are needed. */
export function PlanForm({ first, verb, onKeep, leave, id }: PlanFormProps): ReactNode {
  const t = useWords()
  const [plan, setPlan] = useState(first)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const change = (some: Partial<Plan>): void => {
    setTrouble(null)
    setPlan((now) => ({ ...now, ...some }))
  }

  async function keep(): Promise<void> {
    if (busy) return
    if (plan.people.length === 0) return setTrouble(t('conversations.new.nobody'))
    setBusy(true)
    await onKeep(plan)
    setBusy(false)
  }

  return (
    <form
      id={id}
      className={styles.form}
      noValidate
      onSubmit={(event) => (event.preventDefault(), void keep())}
    >
      <PeopleChooser chosen={plan.people} onChange={(people) => change({ people })} />
      {trouble ? (
        <p role="alert" className={styles.trouble}>
          {trouble}
        </p>
      ) : null}
      <FieldsChooser chosen={plan.fields} onChange={(fields) => change({ fields })} />
      <TextArea
        serif
        label={t('conversations.form.link')}
        hint={t('conversations.form.linkHint')}
        value={plan.link}
        onChange={(link) => change({ link })}
      />
      <TextArea
        serif
        label={t('conversations.form.purpose')}
        hint={t('conversations.form.purposeHint')}
        value={plan.purpose}
        onChange={(purpose) => change({ purpose })}
      />
      <div className={styles.row}>
        <Segmented
          question={t('conversations.form.setting')}
          answers={[
            { value: 'planned', words: t('conversations.form.planned') },
            { value: 'chance', words: t('conversations.form.chance') },
          ]}
          value={plan.setting}
          onChange={(setting) => change({ setting })}
        />
        <TextField
          type="number"
          inputMode="numeric"
          min={5}
          max={600}
          step={5}
          label={t('conversations.form.minutes')}
          value={plan.minutes}
          onChange={(minutes) => change({ minutes })}
        />
      </div>
      <Segmented
        question={t('conversations.form.medium')}
        answers={media.map((value) => ({ value, words: t(`conversations.medium.${value}`) }))}
        value={plan.medium}
        onChange={(medium) => change({ medium })}
      />
      <TextField
        label={t('conversations.form.place')}
        value={plan.place}
        onChange={(place) => change({ place })}
      />
      <WhenFields when={plan} onChange={change} hint={t('conversations.form.dayHint')} />
      <div className={styles.acts} data-docked={id === undefined ? undefined : ''}>
        <Button type="submit" look="filled" disabled={busy}>
          {verb}
        </Button>
        {leave}
      </div>
    </form>
  )
}
