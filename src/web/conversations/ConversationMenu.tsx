import { useNavigate } from '@tanstack/react-router'
import { AudioLines, CalendarDays, PencilLine, Trash2 } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { carryOut, sayRefused } from '../shell/deeds.ts'
import { client, saveFile } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Button } from '../ui/Button.tsx'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { Panel } from '../ui/Panel.tsx'
import { useWords } from '../words/words.ts'
import { namesInWords } from './names.ts'
import { isSameStart, type Plan, planOf, writtenPlan } from './plan.ts'
import { PlanForm } from './PlanForm.tsx'
import type { Conversation } from './types.ts'

/** Changing the plan, and the bin. */
export function ConversationMenu({ conversation }: { conversation: Conversation }): ReactNode {
  const t = useWords()
  const wall = useWall()
  const navigate = useNavigate()
  const [isChanging, setChanging] = useState(false)
  const { id, people } = conversation
  const names = people.length > 0 ? namesInWords(people, wall) : t('conversations.head.somebody')

  async function change(plan: Plan): Promise<void> {
    const { start, ...about } = writtenPlan(plan)
    // A time that was not touched is not agreed anew.
    const time = isSameStart(start, conversation.start) ? {} : { start }
    const kept = await carryOut(client.conversations.change, { id, ...about, ...time }, () =>
      t('conversations.new.changed'),
    )
    if (kept) setChanging(false)
  }

  async function bin(): Promise<void> {
    const kept = await carryOut(client.conversations.remove, { conversations: [id] }, () =>
      t('conversations.head.binned', { names }),
    )
    if (kept) await navigate({ to: '/conversations' })
  }

  return (
    <>
      <MoreMenu
        label={t('conversations.head.more')}
        deeds={[
          {
            words: t('conversations.head.change'),
            icon: <PencilLine aria-hidden />,
            onChoose: () => setChanging(true),
          },
          ...(isAgreed(conversation)
            ? [
                {
                  words: t('conversations.head.calendar'),
                  icon: <CalendarDays aria-hidden />,
                  onChoose: () =>
                    void saveFile('conversations.appointment', { id }).catch(sayRefused),
                },
              ]
            : []),
          {
            words: t('voices.menu'),
            icon: <AudioLines aria-hidden />,
            onChoose: () => void navigate({ to: '/conversations/$id/elsewhere', params: { id } }),
          },
          {
            words: t('conversations.head.bin'),
            icon: <Trash2 aria-hidden />,
            onChoose: () => void bin(),
          },
        ]}
      />
      <Panel
        opened={isChanging}
        onClose={() => setChanging(false)}
        title={t('conversations.head.change')}
        size="720px"
      >
        <PlanForm
          first={planOf(conversation, wall.zone)}
          verb={t('conversations.new.keepChanges')}
          onKeep={change}
          leave={
            <Button look="quiet" onClick={() => setChanging(false)}>
              {t('dialog.cancel')}
            </Button>
          }
        />
      </Panel>
    </>
  )
}

/** A time was agreed, and did not pass by chance. */
function isAgreed({ start, setting, heldOn }: Conversation): boolean {
  return start !== null && setting === 'planned' && heldOn === null
}
