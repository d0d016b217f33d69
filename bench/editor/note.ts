const lines = [
  '" We have the keys to every room, and nobody asks whose hands hung the doors. #conservation',
  '! Learn one craft with your hands before you apply anywhere #conservation /work',
  '= two trainees a year are chosen in May, of some forty who write #pay',
  '? how long until one may touch the old paper',
  '+ Tomasz Wilk, editor at Radio Río',
  '> send the chapter by Friday',
  '< Ruth sends two names by Monday',
  'She laughed about the flood of 1998, and showed the drawer that survived it.',
  '% they may close the workshop in June',
  '',
]

/** A note of so many lines, of every mark there is; no two lines are alike, as in a note that somebody wrote. */
export function noteOf(count: number): string {
  return Array.from({ length: count }, (_, at) => {
    const line = lines[at % lines.length] ?? ''
    return line === '' ? '' : line.replace(/(?= #| \/|$)/u, ` ${at}`)
  }).join('\n')
}

/** What is typed into the middle of it: words, a new line, a mark, a tag that is completed. */
export const typing =
  'the binding is younger than the book\n! ask what the glue is before the knife is out #conservation \nplain words go on and on\n" nobody ever looks at the degree'
