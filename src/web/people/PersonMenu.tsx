import { useNavigate } from '@tanstack/react-router'
import { Archive, FileDown, HeartHandshake, FileText, UserRoundX, UsersRound } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { carryOut, sayRefused } from '../shell/deeds.ts'
import { client, saveFile } from '../shell/server.ts'
import { MoreMenu } from '../ui/MoreMenu.tsx'
import { useWords } from '../words/words.ts'
import { Dossier } from './Dossier.tsx'
import { ForgetPerson } from './ForgetPerson.tsx'
import { SameAs } from './SameAs.tsx'
import type { Person } from './shapes.ts'

interface PersonMenuProps {
  readonly person: Person
  readonly name: string
}

type Front = 'same' | 'dossier' | 'forget'

/** What one does seldom with somebody. */
export function PersonMenu({ person, name }: PersonMenuProps): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const [front, setFront] = useState<Front | null>(null)
  const about = { person, name, onClose: () => setFront(null) }
  return (
    <>
      <MoreMenu
        label={t('people.person.more', { name })}
        deeds={[
          {
            words: t('giving.introduceOne'),
            icon: <HeartHandshake aria-hidden />,
            onChoose: () =>
              void navigate({ to: '/giving/introduce', search: { person: person.id } }),
          },
          {
            words: t('people.same.open'),
            icon: <UsersRound aria-hidden />,
            onChoose: () => setFront('same'),
          },
          {
            words: t('people.person.give'),
            icon: <FileDown aria-hidden />,
            onChoose: () => void giveOut(person.id),
          },
          {
            words: t('people.dossier.open'),
            icon: <FileText aria-hidden />,
            onChoose: () => setFront('dossier'),
          },
          {
            words: t('people.person.bin'),
            icon: <Archive aria-hidden />,
            onChoose: () =>
              void carryOut(client.people.remove, { people: [person.id] }, () =>
                t('people.person.binned', { name }),
              ),
          },
          {
            words: t('people.forget.open'),
            icon: <UserRoundX aria-hidden />,
            onChoose: () => setFront('forget'),
          },
        ]}
      />
      {front === 'same' ? <SameAs {...about} /> : null}
      {front === 'dossier' ? <Dossier {...about} /> : null}
      {front === 'forget' ? <ForgetPerson {...about} /> : null}
    </>
  )
}

async function giveOut(person: string): Promise<void> {
  try {
    await saveFile('contacts.export', { format: 'vcard4', people: [person] })
  } catch (error) {
    sayRefused(error)
  }
}
