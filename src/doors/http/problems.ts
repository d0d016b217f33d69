import { kindOf, Problem, type ProblemCode } from '../../kit/problem.ts'
import { isForOtherSide } from './other-side-path.ts'
import { messagePage } from './page.ts'

const statusOfKind = {
  invalid: 422,
  unknown: 404,
  conflict: 409,
  forbidden: 403,
  unreadable: 422,
  stopped: 409,
} as const satisfies Record<ReturnType<typeof kindOf>, number>

/** A refusal that only HTTP knows, or that HTTP has a word of its own for. */
const statusOfCode: Readonly<Record<string, number>> = {
  'access.missing': 401,
  'host.forbidden': 421,
  'input.unreadable': 400,
  'input.too-large': 413,
  'input.no-json': 415,
  'method.unknown': 405,
  'job.failed': 500,
  'server.fault': 500,
}

const titles: Readonly<Record<number, string>> = {
  400: 'Not readable',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not there',
  405: 'Not by this method',
  409: 'Something is in the way',
  413: 'Too large',
  415: 'Not in this form',
  421: 'Not by this name',
  422: 'Not understood',
  500: 'Our fault',
}

/** A refusal as RFC 9457 says it, with the same code and sentences as at every other door. */
export function problemResponse(problem: Problem): Response {
  const status = statusOf(problem.code)
  const { code, message, details } = problem
  const title = titles[status] ?? 'Refused'
  const body = { type: `/api/problems#${code}`, title, status, detail: message, code, ...details }
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' }
  if (status === 401) headers['www-authenticate'] = 'Bearer realm="Sobremesa"'
  return new Response(JSON.stringify(body), { status, headers })
}

/** As `problemResponse`; a guest, who is told nothing of the notebook, gets a plain page in its place. */
export function problemAt(path: string, problem: Problem): Response {
  if (!isForOtherSide(path)) return problemResponse(problem)
  const headers = { ...forGuests.headers, 'x-robots-tag': 'noindex, nofollow' }
  return new Response(forGuests.body, { status: statusOf(problem.code), headers })
}

const forGuests = messagePage(503, 'That did not work', [
  'Nothing was changed. Try again in a while, or write to the person who sent you this address.',
])

/** What is our own fault says nothing of our insides to whoever asked. */
export function faultAt(path: string): Response {
  return problemAt(
    path,
    new Problem('server.fault', 'Something went wrong on our side', {
      mend: 'Try again; if it happens again, the log of the server says what went wrong.',
    }),
  )
}

export function statusOf(code: ProblemCode): number {
  return statusOfCode[code] ?? statusOfKind[kindOf(code)]
}
