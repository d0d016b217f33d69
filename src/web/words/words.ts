import i18next, { type TFunction } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import shell from './en.json'
import contacts from './en/contacts.json'
import conversations from './en/conversations.json'
import fields from './en/fields.json'
import offline from './en/offline.json'
import people from './en/people.json'
import search from './en/search.json'
import settings from './en/settings.json'
import today from './en/today.json'
import twice from './en/twice.json'

/** One file for the shell, and one for each kind of page, under its name. */
const en = { ...shell, contacts, conversations, fields, offline, people, search, settings, today, twice }

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
    returnNull: false
  }
}

export type Words = TFunction

/** Every word on screen comes from a message file; English is the first and the one to fall back to. */
export async function bringWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  i18next.services.formatter?.add('words', (count: unknown) =>
    numberInWords(i18next.t, Number(count)),
  )
}

/** Numbers as words to ten, as figures beyond. */
export function numberInWords(words: Words, count: number): string {
  switch (count) {
    case 0:
    case 1:
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
    case 7:
    case 8:
    case 9:
    case 10:
      return words(`number.${count}`)
    default:
      return new Intl.NumberFormat(i18next.language).format(count)
  }
}

/** The first letter large: how a sentence begins. */
export function capitalized(text: string, locale?: string): string {
  const [first = ''] = text
  return first.toLocaleUpperCase(locale) + text.slice(first.length)
}

/** The words of the page: `const t = useWords()`, then `t('place.today')`; a key that does not exist does not compile. */
export function useWords(): Words {
  return useTranslation().t
}

/** For what speaks outside of a component: the editor, a toast. */
export const t: Words = i18next.t
