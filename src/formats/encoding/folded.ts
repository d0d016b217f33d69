const longestLine = 75

/** A line of vCard or iCalendar cut at 75 octets, never inside a letter; what goes on begins with a space. */
export function foldedLine(line: string): string {
  if (line.length * 3 <= longestLine) return line
  const lines: string[] = []
  let from = 0
  let octets = 0
  for (let at = 0; at < line.length;) {
    const point = line.codePointAt(at) ?? 0
    const size = octetsOf(point)
    if (octets + size > longestLine) {
      lines.push(line.slice(from, at))
      from = at
      // The space before a continued line is one of its octets.
      octets = 1
    }
    octets += size
    at += point > 0xffff ? 2 : 1
  }
  return [...lines, line.slice(from)].join('\r\n ')
}

function octetsOf(point: number): number {
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
