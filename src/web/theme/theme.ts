import {
  createTheme,
  type CSSVariablesResolver,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core'

const scale = (shades: string): MantineColorsTuple => {
  const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '', i = '', j = ''] =
    shades.split(' ')
  return [a, b, c, d, e, f, g, h, i, j]
}

export const theme = createTheme({
  primaryColor: 'olive',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--serif)', fontWeight: '480' },
  radius: { xs: '4px', sm: '4px', md: '8px', lg: '14px', xl: '14px' },
  shadows: {
    xs: 'var(--shadow-1)',
    sm: 'var(--shadow-1)',
    md: 'var(--shadow-2)',
    lg: 'var(--shadow-2)',
    xl: 'var(--shadow-2)',
  },
  colors: {
    olive: scale('#e8ebd8 #d0d6b6 #b9c294 #a5b26f #909e60 #7c8a51 #687742 #556434 #435226 #36431d'),
    wine: scale('#f3e4e1 #f1c7c8 #eca9b0 #d18790 #b56571 #9a4453 #903b4c #853344 #7b2a3d #5f1e2d'),
    honey: scale('#f5e8c8 #ecd19b #e3b96b #d0a65b #bd934a #aa813a #986f2a #865e18 #744d00 #573a00'),
    rim: scale('#e3e8f0 #c5d4eb #a8c0e6 #93acd4 #7e98c2 #6984b1 #55719f #425e8e #2f4c7d #233a61'),
    gray: scale('#f9f7f1 #f2eee4 #ebe7db #ded8c9 #c6bda9 #8b806c #665d4e #51493c #3b342a #27221b'),
    dark: scale('#f1e9db #cfc4b1 #ab9f8b #8f816c #574b3d #3b3228 #2a231b #201a14 #1b1610 #17120d'),
  },
})

/** Mantine's own names lead to ours; ours change with the scheme by themselves, so one table does for both. */
export const variablesOfTheme: CSSVariablesResolver = () => ({
  variables: {},
  light: ours,
  dark: ours,
})

const ours = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--sunk)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--control)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-anchor': 'var(--olive)',
  '--mantine-color-disabled': 'var(--sunk)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
}

/** The name that public/scheme.js reads before the first paint. */
export const schemeManager = localStorageColorSchemeManager({ key: 'sobremesa-scheme' })
