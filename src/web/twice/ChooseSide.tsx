import { type ReactNode, useId } from 'react'
import { Unseen } from '../ui/LiveRegion.tsx'
import { useWords } from '../words/words.ts'
import { answersFor, type Choice, type Section } from './choices.ts'
import styles from './ChooseSide.module.css'

interface ChooseSideProps {
  readonly section: Section
  readonly one: string
  readonly other: string
  readonly value: Choice
  readonly onChange: (choice: Choice) => void
}

/** Which of the two to show; what is not chosen is hidden, not gone. Each answer stands below its column. */
export function ChooseSide({ section, one, other, value, onChange }: ChooseSideProps): ReactNode {
  const t = useWords()
  const name = useId()
  const names = { one, other, both: '' }
  return (
    <div className={styles.line} role="row">
      <div role="cell" aria-colspan={3}>
        <fieldset className={styles.set}>
          <legend>
            <Unseen>{t('twice.choose.which', { what: t(`twice.section.${section}`) })}</Unseen>
          </legend>
          {answersFor(section).map((choice) => (
            <label key={choice} className={styles.answer} data-side={choice}>
              <input
                type="radio"
                name={name}
                checked={value === choice}
                onChange={() => onChange(choice)}
              />
              {t(choice === 'both' ? 'twice.choose.both' : 'twice.choose.this')}
              {choice === 'both' ? null : (
                <Unseen>{t('twice.choose.of', { name: names[choice] })}</Unseen>
              )}
            </label>
          ))}
        </fieldset>
      </div>
    </div>
  )
}
