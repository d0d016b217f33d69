/** What a file of people, or of contact with them, can be. */
export const fileFormats = [
  'vcard',
  'jcard',
  'csv',
  'sobremesa',
  'monica',
  'nametag',
  'calendar',
  'mail',
] as const

export type FileFormat = (typeof fileFormats)[number]
