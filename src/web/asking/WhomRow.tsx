import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { carryOut } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { useWall } from '../shell/wall.ts'
import { Act, Rest } from '../ui/Button.tsx'
import { Plate } from '../ui/Plate.tsx'
import { Row } from '../ui/Row.tsx'
import { useWords, type Words } from '../words/words.ts'
import { whomInWords } from './asking-words.ts'
import type { Suggestion } from './types.ts'

const met: ReadonlySet<string> = new Set(['known', 'name'])

/** Somebody to ask, why, and the press that begins it. */
export function WhomRow({ suggestion }: { suggestion: Suggestion }): ReactNode {
  const t = useWords()
  const navigate = useNavigate()
  const wall = useWall()
  const { person, field, gap } = suggestion
  const { name } = person

  async function begin(): Promise<void> {
    const made = await carryOut(client.conversations.plan, ideaOf(t, suggestion), () =>
      t('asking.began', { name }),
    )
    if (made) await navigate({ to: '/conversations/$id/before', params: { id: made.id } })
  }

  return (
    <Row
      as="li"
      before={<Plate name={name} rim={met.has(suggestion.way) ? 'solid' : 'broken'} />}
      name={
        <Link to="/people/$id" params={{ id: person.id }}>
          {name}
        </Link>
      }
      rest={
        <Rest
          aria-label={t('asking.restLabel', { name, field: field.name })}
          onClick={() =>
            void carryOut(client.asking.rest, { field: field.id, person: person.id, gap }, () =>
              t('asking.rested', { name }),
            )
          }
        >
          {t('asking.rest')}
        </Rest>
      }
      act={
        <Act
          aria-label={t('asking.beginLabel', { name, field: field.name })}
          onClick={() => void begin()}
        >
          {t('asking.begin')}
        </Act>
      }
    >
      {whomInWords(t, suggestion, wall)}
    </Row>
  )
}

/** An idea with the questions that are open; who was brought by somebody has a link from the start. */
function ideaOf(t: Words, { person, field, way, through, questions }: Suggestion) {
  const open = way === 'name' ? [{ id: 'next-01', text: t('asking.askForName') }] : questions
  const link =
    way === 'introduced' && through ? { link: t('asking.given', { name: through.name }) } : {}
  return { people: [person.id], fields: [field.id], questions: [...open], ...link }
}
