import { type ButtonHTMLAttributes, type ReactNode, useState } from 'react'
import { letterOfStep } from '../../notebook/letters/letter-of-step.ts'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { Act, ActLink, Button, Rest } from '../ui/Button.tsx'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { Type } from '../ui/Type.tsx'
import type { Wall } from '../words/dates.ts'
import { whyInWords } from '../words/why.ts'
import { useWords, type Words } from '../words/words.ts'
import { namesInWords } from './names.ts'
import { startIn } from './plan.ts'
import type { Conversation, Step, StepKind } from './types.ts'
import { verbsOf } from './verbs.ts'
import { nearDayOf } from './when-words.ts'
import { WhenFields } from './WhenFields.tsx'
import styles from './LifeSteps.module.css'

interface LifeStepsProps {
  readonly conversation: Conversation
  readonly wall: Wall
  /** The page has a button of its own for this one. */
  readonly elsewhere?: StepKind | null
}

/** Where it stands in a sentence, what may have happened since as quiet verbs, and what happened so far. */
export function LifeSteps({ conversation, wall, elsewhere }: LifeStepsProps): ReactNode {
  const t = useWords()
  const [isAgreeing, setAgreeing] = useState(false)
  const { id, next, people } = conversation
  const { likely, others, mayRest } = verbsOf(conversation, wall.today)
  const name = people.length > 0 ? namesInWords(people, wall) : null

  function happened(kind: StepKind): void {
    if (kind === 'scheduled') return setAgreeing(true)
    void carryOut(client.conversations.step, { id, kind }, () =>
      t('conversations.life.done', { step: stepInWords(t, { kind }, wall) }),
    )
  }

  return (
    <section className={styles.life} aria-label={t('conversations.life.title')}>
      <div className={styles.now}>
        <Type look="lead" className={styles.sentence}>
          {standingInWords(t, conversation, { name, wall })}
        </Type>
        <div className={styles.verbs}>
          {mayRest ? (
            <Rest onClick={() => happened('rested')}>{t('conversations.verb.rested')}</Rest>
          ) : null}
          {likely
            .filter((kind) => kind !== elsewhere)
            .map((kind, at) => {
              // The notes are the one next thing of that day.
              const isFirst = at === 0 && next?.what !== 'start' && !letterOfStep(next?.what ?? '')
              const Verb = isFirst ? Act : QuietAct
              return (
                <Verb key={kind} onClick={() => happened(kind)}>
                  {verbInWords(t, kind, conversation)}
                </Verb>
              )
            })}
          <WriteLetter conversation={conversation} />
          {others.length > 0 ? (
            <MoreMenu
              label={t('conversations.life.else')}
              deeds={others.map((kind) => ({
                words: verbInWords(t, kind, conversation),
                onChoose: () => happened(kind),
              }))}
            />
          ) : null}
        </div>
      </div>
      {isAgreeing ? (
        <AgreeTime conversation={conversation} wall={wall} onLeave={() => setAgreeing(false)} />
      ) : null}
      <SoFar steps={conversation.steps} wall={wall} />
    </section>
  )
}

/** The letter that the next step is about, begun from what the notebook knows. */
function WriteLetter({ conversation: { id, next } }: { conversation: Conversation }): ReactNode {
  const t = useWords()
  const template = next && letterOfStep(next.what)
  if (!template) return null
  return (
    <ActLink to="/conversations/$id/letter/$template" params={{ id, template }}>
      {t(`letters.write.${template}`)}
    </ActLink>
  )
}

/** The head says when it is; here stands whether that is sure. */
function standingInWords(
  t: Words,
  { next }: Conversation,
  { name, wall }: { readonly name: string | null; readonly wall: Wall },
): string {
  if (next === null) return t('today.why.kept')
  if (next.code === 'today-confirmed' || next.code === 'confirmed') {
    return t('conversations.life.confirmed')
  }
  if (next.code === 'today' || next.code === 'agreed') return t('conversations.life.agreed')
  return whyInWords(t, next, name, wall)
}

function QuietAct(props: ButtonHTMLAttributes<HTMLButtonElement>): ReactNode {
  return <Rest {...props} className={styles.verb} />
}

function verbInWords(t: Words, kind: StepKind, { start }: Conversation): string {
  if (kind === 'scheduled' && start !== null) return t('conversations.anotherTime')
  return t(`conversations.verb.${kind}`)
}

interface AgreeTimeProps extends LifeStepsProps {
  readonly onLeave: () => void
}

function AgreeTime({ conversation, wall, onLeave }: AgreeTimeProps): ReactNode {
  const t = useWords()
  const { id, start } = conversation
  const [when, setWhen] = useState({
    day: start?.day ?? '',
    clock: start?.clock ?? '',
    zone: start?.zone ?? wall.zone,
  })
  const agreed = startIn(when)

  async function keep(): Promise<void> {
    if (agreed === null) return
    const step = { id, kind: 'scheduled', start: agreed } as const
    const kept = await carryOut(client.conversations.step, step, () =>
      t('conversations.life.done', { step: stepInWords(t, step, wall) }),
    )
    if (kept) onLeave()
  }

  return (
    <form
      className={styles.agree}
      aria-label={t('conversations.life.agreeTitle')}
      onSubmit={(event) => (event.preventDefault(), void keep())}
    >
      <WhenFields when={when} onChange={(some) => setWhen((now) => ({ ...now, ...some }))} />
      <div className={styles.acts}>
        <Button type="submit" size="small" disabled={agreed === null}>
          {t('conversations.life.agree')}
        </Button>
        <Button look="quiet" size="small" onClick={onLeave}>
          {t('conversations.life.leave')}
        </Button>
      </div>
    </form>
  )
}

/** Every step with its day, the latest first; a wrong one is taken back. */
function SoFar({ steps, wall }: { steps: readonly Step[]; wall: Wall }): ReactNode {
  const t = useWords()
  if (steps.length === 0) return null
  return (
    <details className={styles.soFar}>
      <summary>{t('conversations.life.happened')}</summary>
      <ol>
        {steps.toReversed().map((step) => {
          const words = stepInWords(t, step, wall)
          const day = nearDayOf(t, step.day, wall)
          return (
            <li key={step.id}>
              <span className={styles.day}>{day}</span>
              <span className={styles.step}>
                {words}
                {step.words ? `. ${step.words}` : null}
              </span>
              <Rest
                aria-label={t('conversations.life.takeBackLabel', { step: words, day })}
                onClick={() =>
                  void carryOut(client.conversations.untake, { step: step.id }, () =>
                    t('conversations.life.tookBack', { step: words }),
                  )
                }
              >
                {t('conversations.life.takeBack')}
              </Rest>
            </li>
          )
        })}
      </ol>
    </details>
  )
}

function stepInWords(t: Words, step: Pick<Step, 'kind' | 'start'>, wall: Wall): string {
  if (step.kind !== 'scheduled') return t(`conversations.step.${step.kind}`)
  const { start } = step
  const day = start ? nearDayOf(t, start.day, wall) : ''
  const when = start?.clock ? t('today.agreedAt', { day, clock: start.clock }) : day
  return t('conversations.step.scheduled', { when })
}
