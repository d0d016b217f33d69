import { parameterOf, type Property, typesOf } from '../../formats/vcard/card.ts'
import { isPreferred, labelFromTypes } from './label-words.ts'
import { type BareChannel, withoutMarks } from './said.ts'

/** Properties that hold an address in one messenger, and what that is called. */
const properties: Readonly<Record<string, string>> = {
  'X-AIM': 'AIM',
  'X-ICQ': 'ICQ',
  'X-JABBER': 'Jabber',
  'X-MSN': 'MSN',
  'X-YAHOO': 'Yahoo',
  'X-YAHOO-ID': 'Yahoo',
  'X-SKYPE': 'Skype',
  'X-SKYPE-USERNAME': 'Skype',
  'X-GTALK': 'Google Talk',
  'X-GOOGLE-TALK': 'Google Talk',
  'X-QQ': 'QQ',
  'X-GADUGADU': 'Gadu-Gadu',
  'X-GROUPWISE': 'GroupWise',
  'X-SIP': 'SIP',
  'X-TWITTER': 'Twitter',
  'X-TELEGRAM': 'Telegram',
  'X-SIGNAL': 'Signal',
  'X-WHATSAPP': 'WhatsApp',
  'X-WECHAT': 'WeChat',
  'X-MATRIX': 'Matrix',
  'X-WV-ID': 'IM',
  'X-MS-IMADDRESS': 'IM',
  'X-OUTLOOK-IM-ADDRESS': 'IM',
  'X-KADDRESSBOOK-X-IMADDRESS': 'IM',
}

/** Schemes of IMPP that name a messenger in another word than their own. */
const schemes: Readonly<Record<string, string>> = {
  aim: 'AIM',
  icq: 'ICQ',
  xmpp: 'Jabber',
  msnim: 'MSN',
  ymsgr: 'Yahoo',
  skype: 'Skype',
  sip: 'SIP',
  qq: 'QQ',
  gtalk: 'Google Talk',
  telegram: 'Telegram',
  matrix: 'Matrix',
  whatsapp: 'WhatsApp',
}

const kdePattern = /^X-MESSAGING[/-]([\w-]+?)-ALL$/

export function isMessenger(name: string): boolean {
  return name === 'IMPP' || Object.hasOwn(properties, name) || kdePattern.test(name)
}

/** The addresses in a messenger's property. KDE puts several into one, between letters of its own. */
export function messagesIn(property: Property, text: string, given: string | null): BareChannel[] {
  return text
    .split('\ue000')
    .map((address) => addressIn(property, address))
    .filter(({ value }) => value !== '')
    .map(({ value, service }) => ({
      kind: 'message',
      value,
      label: given ?? (joined(service, labelFromTypes(typesOf(property))) || null),
      preferred: isPreferred(property),
    }))
}

function addressIn(property: Property, address: string): { value: string; service: string } {
  const clean = withoutMarks(address)
  const own = serviceOf(property.name)
  const { scheme, rest } = schemeIn(clean)
  const service = own ?? nameOfScheme(parameterOf(property, 'X-SERVICE-TYPE') ?? scheme)
  const hasScheme = own === null || scheme === 'sip'
  return { value: hasScheme ? percentDecoded(rest) : clean, service }
}

function serviceOf(name: string): string | null {
  return properties[name] ?? kdePattern.exec(name)?.[1]?.toLowerCase() ?? null
}

/** `im:slack:name` wraps one scheme in another; `https://…` is a whole address. */
function schemeIn(address: string): { scheme: string; rest: string } {
  const match = /^(?:im:)?([a-z][\w+.-]*):(?!\/\/)(.+)$/i.exec(address)
  return { scheme: (match?.[1] ?? '').toLowerCase(), rest: match?.[2] ?? address }
}

/** That it is a message, or a service that Apple does not know, names no messenger. */
function nameOfScheme(scheme: string): string {
  return scheme === 'x-apple' || scheme === 'im' ? '' : (schemes[scheme.toLowerCase()] ?? scheme)
}

function joined(...words: readonly (string | null)[]): string {
  return words.filter(Boolean).join(' ')
}

export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
