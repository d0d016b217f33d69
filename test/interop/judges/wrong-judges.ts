import type { JudgeName } from './judge.ts'

/** Where another program reads something else than we do, why, and why that is not for us to follow. */
export interface WrongReading {
  readonly why: string
  readonly judges: readonly JudgeName[]
  readonly files: readonly string[]
}

const android = 'android_frameworks_opt_vcard__tests__res__raw__'
const qt = 'qtpim__tests__auto__versit__qversit__testdata_vcf__'
const tine = 'tine20__tests__tine20__Addressbook__Import__files__'
const thunderbird = 'releases-comm-central__mailnews__addrbook__test__unit__data__'

export const wrongReadings: readonly WrongReading[] = [
  {
    why: 'The card is in Shift_JIS and says so; they are given it as Windows-1252.',
    judges: ['vobject', 'sabre', 'evolution'],
    files: [
      `${android}v21_japanese_2.vcf`,
      `${android}v21_japanese_3.vcf`,
      `${android}v30_japanese.vcf`,
    ],
  },
  {
    why: 'UTF-16 without a byte order mark: they are given it as Windows-1252 and find no card.',
    judges: ['vobject', 'sabre', 'evolution'],
    files: [
      'roundcubemail__tests__src__utf-16_sample.vcf',
      `${qt}AAB4-SingleNonAscii.vcf`,
      `${qt}Entourage11-basic.vcf`,
      `${qt}Entourage11-nonascii.vcf`,
    ],
  },
  {
    why: 'A whole name is one text (RFC 2426, 3.1.1; RFC 6350, 6.2.1): vobject ends it at a bare comma.',
    judges: ['vobject'],
    files: [
      'ez-vcard__src__test__resources__ezvcard__io__text__John_Doe_GMAIL.vcf',
      'kcontacts__autotests__data__vcard5.vcf',
      `${tine}HerrFalkMuenchen.vcf`,
      ...['v3-uri-binary-jpeg', 'v3-uri-binary-png', 'v3-uri-uri-jpeg', 'v3-uri-uri-png'].map(
        (name) => `${thunderbird}${name}.vcf`,
      ),
      ...['v4-uri-jpeg', 'v4-uri-png'].map((name) => `${thunderbird}${name}.vcf`),
    ],
  },
  {
    why: 'Sabre of version 2 leaves the backslashes before `;` and `,` in texts (RFC 2426, 4).',
    judges: ['sabre'],
    files: [
      `${android}v21_backslash.vcf`,
      ...['EVOLUTION', 'MAC_ADDRESS_BOOK'].map(
        (name) => `ez-vcard__src__test__resources__ezvcard__io__text__John_Doe_${name}.vcf`,
      ),
      'ical.js__test__parser__escape_semicolon.vcf',
      'ical.js__test__parser__vcard3.vcf',
      'kcontacts__autotests__data__v4_0.vcard5.vcf.ref',
      ...['carddav', 'eds_contact', 'qt_contact', 'vcard21'].map(
        (name) => `syncevolution__test__testcases__${name}.vcf`,
      ),
      `${tine}WebDAVCollaborator.vcf`,
    ],
  },
  {
    why: 'A text in quoted-printable, which sabre of version 2 does not decode.',
    judges: ['sabre'],
    files: ['roundcubemail__tests__src__thebat.vcf', 'syn_samsung.vcf'],
  },
  {
    why: 'Evolution cuts a number at the semicolon of its extension, and a name of 2.1 at one with a backslash.',
    judges: ['evolution'],
    files: [
      `${android}v21_backslash.vcf`,
      'ez-vcard__src__test__resources__ezvcard__io__text__rfc6350-example.vcf',
      'ical.js__test__parser__vcard_author.vcf',
      'kcontacts__autotests__data__testfullvcard.vcf',
      'nametag__tests__vcards__v4-contact.vcf',
      'node-vcf__test__data__quoted-list.vcf',
    ],
  },
  {
    why: 'The label of a Samsung phone stands in brackets with an = in them; they lose the line, or what follows.',
    judges: ['vobject', 'evolution'],
    files: ['syn_samsung.vcf'],
  },
  {
    why: 'A card nested in another: we give all three, vobject the outer one, Evolution the outer one cut short.',
    judges: ['vobject', 'evolution'],
    files: [`${android}v21_nest.vcf`],
  },
  {
    why: 'Spaces after BEGIN:VCARD, a name without a colon, or two cards of different versions: they give up the file.',
    judges: ['vobject', 'sabre'],
    files: [
      'ical4j-vcard__src__test__resources__samples__invalid__vcard-dirk-whitespaceafterbegin.vcf',
      'khard__test__fixture__vcards__unparsable.vcf',
      `${tine}contacts.vcf`,
    ],
  },
]

/** Warnings of ez-vcard that do not count, each with the reason; `in` narrows one to a version or a file. */
export const wrongWarnings: readonly {
  readonly why: string
  readonly warning: RegExp
  readonly in: RegExp
}[] = [
  {
    why: 'RFC 2426, 3.3.2 lets a mail address be of any registered type, and IANA has "work" and "home"; every program writes and reads them.',
    warning: /^\[Email\] \| W09: TYPE parameter value \("(?:work|home)"\)/,
    in: /-3\.0\.vcf$/,
  },
  {
    why: 'FBURL, CALURI and CALADRURI are of RFC 2739, which is older than 4.0; ez-vcard knows them of 4.0 alone.',
    warning: /^\[(?:FreeBusyUrl|CalendarUri|CalendarRequestUri)\] \| W02/,
    in: /-3\.0\.vcf$/,
  },
  {
    why: 'A birthday in words ("circa 1800") has no other place in 3.0; other programs show it as it is.',
    warning: /BDAY property\): \([56]\) Could not parse date string/i,
    in: /text-bday|Entourage11-basic/,
  },
  {
    why: 'A place with a comma where 2.1 has one, and nobody can tell which number is which: it goes on as it was written.',
    warning: /^\(GEO property\)/,
    in: /v21_complicated/,
  },
  {
    why: 'A card of 4.0 with a photo as 3.0 has it: it goes out in 4.0 word for word as it came.',
    warning: /^\[Photo\] \| W04: ENCODING parameter value/,
    in: /photo-base64/,
  },
  {
    why: 'An address label of two lines with a quotation mark in it: the fault is of the original, said in other words.',
    warning: /^\[Address\] \| W25: X-LABEL|^GERMANY/,
    in: /issue114/,
  },
]
