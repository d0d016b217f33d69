import type { X509Certificate } from 'node:crypto'
import { statSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { connect, createServer } from 'node:tls'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../test/stand/temporary.ts'
import { type Certified, makeLeaf } from './certificates.ts'
import { bytesOfAddress, isOwnAddress, isOwnName, maskOf } from './own-addresses.ts'
import { ownCertificate } from './own-certificate.ts'

const day = 86_400_000
const today = new Date('2026-03-12T14:40:00Z')
const inDays = (days: number) => new Date(+today + days * day)
const names = ['localhost', 'laptop.local', '127.0.0.1', '::1', '192.168.1.7']

type Ask = (now?: Date, called?: readonly string[]) => ReturnType<typeof ownCertificate>

async function inHome(work: (ask: Ask, folder: string) => Promise<void>): Promise<void> {
  using folder = temporaryFolder('tls')
  const home = { folder: folder.path, databaseUrl: null }
  await work((now = today, called = names) => ownCertificate(home, called, now), folder.path)
}

/** A client that trusts the root greets a server with the leaf, whatever that one is called. */
function greeted(root: Certified, leaf: Certified): Promise<string> {
  const key = leaf.key.export({ type: 'pkcs8', format: 'pem' })
  const server = createServer({ cert: pemOf(leaf.certificate), key }).listen(0, '127.0.0.1')
  return new Promise((resolve) => {
    server.once('listening', () => {
      const { port } = server.address() as AddressInfo
      const ca = pemOf(root.certificate)
      const socket = connect({ port, host: '127.0.0.1', ca, checkServerIdentity: () => undefined })
      const end = (words: string) => (socket.destroy(), server.close(), resolve(words))
      socket.once('secureConnect', () => end('believed'))
      socket.once('error', (error) => end(error.message))
    })
  })
}

const pemOf = (certificate: X509Certificate) => certificate.toString()

describe('a certificate of its own', () => {
  test('is signed by the root, for every name and address of this computer', () =>
    inHome(async (ask) => {
      const { root, leaf } = await ask()
      expect(leaf.certificate.verify(root.certificate.publicKey)).toBe(true)
      expect(leaf.certificate.checkIssued(root.certificate)).toBe(true)
      expect(root.certificate.ca).toBe(true)
      expect(leaf.certificate.ca).toBe(false)
      expect(leaf.certificate.checkHost('laptop.local')).toBe('laptop.local')
      expect(leaf.certificate.checkIP('192.168.1.7')).toBe('192.168.1.7')
      expect(leaf.certificate.checkIP('::1')).toBeDefined()
      expect(leaf.certificate.checkHost('elsewhere.local')).toBeUndefined()
    }))

  test('and its root can be read by nobody but the owner of the home', () =>
    inHome(async (ask, folder) => {
      await ask()
      const modes = ['tls', 'tls/root.pem', 'tls/server.pem'].map(
        (name) => statSync(join(folder, name)).mode & 0o777,
      )
      expect(modes).toEqual([0o700, 0o600, 0o600])
    }))

  test('stays the same from start to start, so that what a browser was told stays true', () =>
    inHome(async (ask) => {
      const first = await ask()
      const second = await ask(inDays(300))
      expect(pemOf(second.root.certificate)).toBe(pemOf(first.root.certificate))
      expect(pemOf(second.leaf.certificate)).toBe(pemOf(first.leaf.certificate))
    }))

  test('is renewed before it ends, and for a new address; the root stays', () =>
    inHome(async (ask) => {
      const first = await ask()
      const moved = await ask(today, [...names, '10.0.0.9'])
      expect(moved.leaf.certificate.checkIP('10.0.0.9')).toBe('10.0.0.9')
      const later = await ask(inDays(370), [...names, '10.0.0.9'])
      expect(pemOf(later.leaf.certificate)).not.toBe(pemOf(moved.leaf.certificate))
      expect(+new Date(later.leaf.certificate.validTo)).toBeGreaterThan(+inDays(700))
      expect(pemOf(later.root.certificate)).toBe(pemOf(first.root.certificate))
    }))

  test('is never valid for longer than browsers allow', () =>
    inHome(async (ask) => {
      const { validFrom, validTo } = (await ask()).leaf.certificate
      expect(+new Date(validTo) - +new Date(validFrom)).toBeLessThanOrEqual(398 * day)
    }))

  test('has one root when two servers start at the same moment', () =>
    inHome(async (ask) => {
      const both = await Promise.all([ask(), ask()])
      const roots = new Set(both.map(({ root }) => pemOf(root.certificate)))
      expect(roots.size).toBe(1)
    }))

  test('gives way to a new root where the file was damaged', () =>
    inHome(async (ask, folder) => {
      const first = await ask()
      writeFileSync(join(folder, 'tls/root.pem'), 'not a certificate')
      const { root, leaf } = await ask()
      expect(pemOf(root.certificate)).not.toBe(pemOf(first.root.certificate))
      expect(leaf.certificate.verify(root.certificate.publicKey)).toBe(true)
      expect(pemOf((await ask()).root.certificate)).toBe(pemOf(root.certificate))
    }))

  test('is believed by who trusts its root, which can speak for no site of the world', () =>
    inHome(async (ask) => {
      const { root, leaf } = await ask(new Date())
      expect(await greeted(root, leaf)).toBe('believed')
      for (const name of ['bank.example', '8.8.8.8', '2001:db8::1']) {
        const life = { from: new Date(Date.now() - day), until: new Date(Date.now() + day) }
        const forged = makeLeaf(root, { name: 'Forged', ...life, names: [name] })
        expect(await greeted(root, forged)).toContain('permitted subtree violation')
      }
    }))
})

describe('an own network', () => {
  test.each([
    '192.168.1.7',
    '10.1.2.3',
    '172.16.0.1',
    '100.101.0.2',
    '127.0.0.1',
    '::1',
    'fd12::3',
  ])('has the address %s', (address) => expect(isOwnAddress(address)).toBe(true))
  test.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '192.169.0.1', '2001:db8::1'])(
    'has not the address %s',
    (address) => expect(isOwnAddress(address)).toBe(false),
  )
  test('has names that end in no domain of the world', () => {
    expect(['laptop.local', 'localhost', 'nas.home.arpa'].every(isOwnName)).toBe(true)
    expect(['example.com', 'local.example', 'notlocal'].some(isOwnName)).toBe(false)
  })

  test('is written in bytes', () => {
    expect(bytesOfAddress('192.168.1.7')).toEqual(Buffer.of(192, 168, 1, 7))
    expect(bytesOfAddress('fd00::1:2').toString('hex')).toBe('fd000000000000000000000000010002')
    expect(bytesOfAddress('::1').toString('hex')).toBe(`${'00'.repeat(15)}01`)
    expect(bytesOfAddress('1:2:3:4:5:6:7:8').toString('hex')).toBe(
      '00010002000300040005000600070008',
    )
    expect(maskOf(12, 4)).toEqual(Buffer.of(255, 240, 0, 0))
    expect(maskOf(10, 16).toString('hex')).toBe(`ffc0${'00'.repeat(14)}`)
  })
})
