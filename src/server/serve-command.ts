import { parseArgs } from 'node:util'
export async function serveFromWords(words: string[]): Promise<number> {
  const { homeOf } = await import('../platform/home.ts')
  const { serve } = await import('./serve.ts')
  const { values } = parseArgs({
    args: words,
    options: {
      home: { type: 'string' },
      port: { type: 'string', default: '4747' },
      host: { type: 'string', default: '127.0.0.1' },
      'no-open': { type: 'boolean' },
    },
  })
  await serve({
    home: homeOf(values.home ?? null),
    host: values.host,
    port: Number(values.port),
    open: !values['no-open'],
  })
  return 0
}
