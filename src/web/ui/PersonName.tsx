import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

/** A name that leads to the person's page. */
export function PersonName({ id, name }: { id: string; name: string }): ReactNode {
  return (
    <Link to="/people/$id" params={{ id }}>
      {name}
    </Link>
  )
}
