import { createSpotlight } from '@mantine/spotlight'
import { notAsked } from '../ui/asked.ts'

const [store, palette] = createSpotlight()
export const paletteStore = store
export const paletteAsked = notAsked()

export function openPalette(): void {
  paletteAsked.ask()
  palette.open()
}

/** The first row is the one that Enter opens. Mantine chooses at each key, when nothing is found yet. */
export function chooseFirst(): void {
  const list = document.getElementById(paletteStore.getState().listId)
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  paletteStore.updateState((state) => ({ ...state, selected: 0 }))
}
