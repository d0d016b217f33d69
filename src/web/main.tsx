import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openDevice } from './offline/device.ts'
import { router } from './routes.tsx'
import { answers, askAhead } from './shell/answers.ts'
import { mindAppVersion } from './shell/app-version.ts'
import { keepInStep } from './shell/in-step.ts'
import { mindMissingParts } from './shell/missing-parts.ts'
import { client } from './shell/server.ts'
import { schemeManager, theme, variablesOfTheme } from './theme/theme.ts'
import { bringFirstWords } from './words/words.ts'

// What every page asks, and the day, are on their way while this device opens what it keeps.
askAhead(client.settings.show, {})
if (location.pathname === '/') askAhead(client.today.show, {})
await Promise.all([bringFirstWords(), openDevice()])
mindMissingParts()
mindAppVersion()
keepInStep()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variablesOfTheme}
        colorSchemeManager={schemeManager}
        defaultColorScheme="auto"
        deduplicateInlineStyles
      >
        <QueryClientProvider client={answers}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}
