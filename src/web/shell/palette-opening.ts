import { createSpotlight } from '@mantine/spotlight'

const [store, palette] = createSpotlight()
export const paletteStore = store

export function openPalette(): void {
  palette.open()
}

/** The first row is the one that Enter opens. Mantine chooses at each key, when nothing is found yet. */
export function chooseFirst(): void {
  const list = document.getElementById(paletteStore.getState().listId)
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  paletteStore.updateState((state) => ({ ...state, selected: 0 }))
}
