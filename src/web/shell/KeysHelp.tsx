import type { ReactNode } from 'react'
import { keyOfMark, lockKey } from '../notes/mark-keys.ts'
import { marksInOrder, wordOf } from '../ui/marks.ts'
import { MarkSquare } from '../ui/MarkSquare.tsx'
import { Panel } from '../ui/Panel.tsx'
import { Type } from '../ui/Type.tsx'
import { useWords } from '../words/words.ts'
import { commandKey, isMac } from './keys.ts'
import styles from './KeysHelp.module.css'

/** `?`: every key there is. */
export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }): ReactNode {
  const t = useWords()
  const markKey = isMac ? '⌃' : 'Alt'
  return (
    <Panel opened={opened} onClose={onClose} title={t('keys.title')}>
      <Type look="h4" as="h3">
        {t('keys.anywhere')}
      </Type>
      <dl className={styles.list}>
        <Key keys={[commandKey, 'K']}>{t('keys.palette')}</Key>
        <Key keys={['n']}>{t('keys.capture')}</Key>
        <Key keys={['/']}>{t('keys.search')}</Key>
        <Key keys={['?']}>{t('keys.help')}</Key>
        <Key keys={['↑', '↓']}>{t('keys.table')}</Key>
        <Key keys={['Enter']}>{t('keys.open')}</Key>
        <Key keys={['x']}>{t('keys.choose')}</Key>
      </dl>
      <Type look="h4" as="h3">
        {t('keys.twice')}
      </Type>
      <dl className={styles.list}>
        <Key keys={['m']}>{t('twice.answer.same')}</Key>
        <Key keys={['n']}>{t('twice.answer.distinct')}</Key>
        <Key keys={['s', '→']}>{t('twice.answer.later')}</Key>
        <Key keys={['u']}>{t('twice.answer.undo')}</Key>
      </dl>
      <Type look="h4" as="h3">
        {t('keys.notes')}
      </Type>
      <dl className={styles.list}>
        {marksInOrder.map((mark) => (
          <Key key={mark} keys={[markKey, keyOfMark(mark)]}>
            <span className={styles.mark}>
              <MarkSquare mark={mark} />
              {t(wordOf(mark))}
            </span>
          </Key>
        ))}
        <Key keys={[markKey, lockKey]}>
          <span className={styles.mark}>
            <MarkSquare mark="%" />
            {t('mark.off')}
          </span>
        </Key>
        <Key keys={['Enter']}>{t('keys.next')}</Key>
        <Key keys={['⌫']}>{t('keys.unmark')}</Key>
        <Key keys={['@', '#', '/']}>{t('keys.name')}</Key>
      </dl>
      <Type look="h4" as="h3">
        {t('keys.transcript')}
      </Type>
      <dl className={styles.list}>
        <Key keys={['↑', '↓']}>{t('keys.turns')}</Key>
        <Key keys={['Enter']}>{t('keys.words')}</Key>
        <Key keys={['Esc']}>{t('keys.leave')}</Key>
      </dl>
    </Panel>
  )
}

function Key({ keys, children }: { keys: readonly string[]; children: ReactNode }): ReactNode {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <kbd key={key} className={styles.key}>
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </>
  )
}
