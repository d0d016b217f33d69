import { afterAll, beforeAll, expect, test } from 'vitest'
import { browserThatHears, pushService } from '../../../test/stand/push-service.ts'
import { mayReach, newPushKeys, outsideOnly, push } from './push.ts'

let service: Awaited<ReturnType<typeof pushService>>
beforeAll(async () => {
  service = await pushService()
})
afterAll(() => service.close())

test.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://web.push.apple.com/abc',
  'https://[2606:4700::1111]/abc',
])('%s may be told', (endpoint) => {
  expect(mayReach(endpoint)).toBe(true)
})

test.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://localhost/abc',
  'https://localhost./abc',
  'https://printer/abc',
  'https://printer.local/abc',
  'https://nas.home/abc',
  'https://metadata.google.internal/abc',
  'https://127.0.0.1/abc',
  'https://2130706433/abc',
  'https://0x7f.1/abc',
  'https://10.0.0.8/abc',
  'https://169.254.169.254/latest',
  'https://192.168.1.1/abc',
  'https://[::1]/abc',
  'https://[::ffff:10.0.0.1]/abc',
  'https://[fd00::1]/abc',
  'https://10.0.0.8;.push.example.org/abc',
  'https://127.0.0.1{.push.example.org/abc',
  'https://127.0.0.1`.push.example.org/abc',
  'https://me:secret@push.example.org/abc',
  'file:///etc/passwd',
  'nothing',
])('%s is never asked', async (endpoint) => {
  expect(mayReach(endpoint)).toBe(false)
  const { p256dh, auth } = browserThatHears()
  expect(await push({ endpoint, p256dh, auth }, 'x', newPushKeys())).toBe('failed')
})

test('a name that leads into the house is not followed', async () => {
  const found = await new Promise<Error | null>((tell) => {
    outsideOnly('localhost', {}, (error) => tell(error))
  })
  expect(found?.message).toBe('localhost is inside')
})

test('a word is sealed for that browser alone, and says who sends it and how long it is good for', async () => {
  const browser = browserThatHears()
  const { endpoint, manner, delivered } = service
  const keys = newPushKeys()
  expect(await push({ endpoint, ...browser }, 'Three small things.', keys, manner)).toBe('sent')
  const last = delivered.at(-1)
  expect(last?.headers).toMatchObject({
    'content-encoding': 'aes128gcm',
    ttl: '10800',
    urgency: 'low',
    authorization: expect.stringContaining(`k=${keys.publicKey}`),
  })
  expect(last?.body.toString('latin1')).not.toContain('small things')
  expect(browser.read(last!.body)).toBe('Three small things.')
})

test('a browser that is gone is known as gone, and a service in trouble is asked on another morning', async () => {
  const { endpoint, manner } = service
  const told = (status: number) => {
    service.answerWith(status)
    return push({ endpoint, ...browserThatHears() }, 'x', newPushKeys(), manner)
  }
  expect([await told(410), await told(404), await told(500), await told(201)]).toEqual([
    'gone',
    'gone',
    'failed',
    'sent',
  ])
})

test('a service that answers drop by drop holds up nobody', async () => {
  const { endpoint, manner } = service
  service.answerWith('drop by drop')
  const told = await push({ endpoint, ...browserThatHears() }, 'x', newPushKeys(), {
    ...manner,
    patience: 60,
  })
  service.answerWith(201)
  expect(told).toBe('failed')
})
