/** The part of DER (ITU-T X.690) that a certificate is written in: every value is a tag, a length and a content. */

export function sequence(...parts: readonly Buffer[]): Buffer {
  return value(0x30, ...parts)
}

export function set(...parts: readonly Buffer[]): Buffer {
  return value(0x31, ...parts)
}

/** `[number]` around whole values. */
export function explicit(number: number, ...parts: readonly Buffer[]): Buffer {
  return value(0xa0 + number, ...parts)
}

/** `[number]` in place of a value's own tag. */
export function implicit(number: number, content: Buffer): Buffer {
  return value(0x80 + number, content)
}

/** A number that is not negative. */
export function integer(bytes: Buffer): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0)
  const least = first < 0 ? Buffer.of(0) : bytes.subarray(first)
  const sign = (least[0] ?? 0) >= 0x80 ? Buffer.of(0) : Buffer.alloc(0)
  return value(0x02, sign, least)
}

export function truth(): Buffer {
  return value(0x01, Buffer.of(0xff))
}

export function octets(content: Buffer): Buffer {
  return value(0x04, content)
}

export function bits(content: Buffer, unused = 0): Buffer {
  return value(0x03, Buffer.of(unused), content)
}

export function text(words: string): Buffer {
  return value(0x0c, Buffer.from(words, 'utf8'))
}

/** `1.2.840.10045.4.3.2`: the first two numbers share a byte, the others are written in sevens of bits. */
export function identifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return value(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(inSevens)]))
}

function inSevens(number: number): number[] {
  const last = number % 128
  const before = Math.floor(number / 128)
  return before === 0 ? [last] : [...inSevens(before).map((byte) => byte | 0x80), last]
}

/** Until 2049 with two figures for the year, from 2050 on with four (RFC 5280, 4.1.2.5). */
export function time(at: Date): Buffer {
  const figures = at.toISOString().replace(/[-:T]|\.\d+/g, '')
  return at.getUTCFullYear() < 2050
    ? value(0x17, Buffer.from(figures.slice(2), 'ascii'))
    : value(0x18, Buffer.from(figures, 'ascii'))
}

function value(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(content.length)]), content])
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return [0x80 + bytes.length, ...bytes]
}
