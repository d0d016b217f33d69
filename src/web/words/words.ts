import i18next, { type TFunction } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import shell from './en.json'
import offline from './en/offline.json'
import today from './en/today.json'
import type { more } from './more.ts'
import { thisDevice } from './this-device.ts'

/** What the first screen may say; each kind of page has its words under its name. */
const atFirst = { ...shell, offline, today }

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof atFirst & typeof more }
    returnNull: false
  }
}

export type Words = TFunction

/** Every word on screen comes from a message file; English is the first and the one to fall back to. */
export async function bringWords(): Promise<void> {
  await bringFirstWords()
  await bringMoreWords()
}

/** As many as the first screen needs. */
export async function bringFirstWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: atFirst } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  // Sentences say {{device}} where they mean what stands before somebody.
  const device = i18next.t(`device.${thisDevice()}`)
  Object.assign(i18next.options.interpolation ?? {}, { defaultVariables: { device } })
  i18next.services.formatter?.add('words', (count: unknown) =>
    numberInWords(i18next.t, Number(count)),
  )
}

let bringing: Promise<void> | null = null

/** Those of all other pages; brought once, and again where that did not succeed. */
export function bringMoreWords(): Promise<void> {
  bringing ??= import('./more.ts')
    .then(({ more }) => void i18next.addResourceBundle('en', 'translation', more, true))
    .catch((error: unknown) => {
      bringing = null
      throw error
    })
  return bringing
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
