/** What a file of people, or of contact with them, can be. */
export const fileFormats = ['vcard', 'csv'] as const

export type FileFormat = (typeof fileFormats)[number]
