export interface Page {
  readonly status: 200 | 401 | 404 | 503
  readonly headers: Record<string, string>
  readonly body: string
}

const style = `
body { font: 1.0625rem/1.55 Georgia, serif; color: #2b2622; background: #faf6ef; margin: 0; }
main { max-width: 46rem; margin: 3rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #d9cfc0; }
h3 { margin-bottom: 0; font-size: 1.05rem; }
code, pre, table { font: 0.9rem/1.5 ui-monospace, monospace; }
table { border-collapse: collapse; }
td, th { text-align: left; vertical-align: top; padding: 0.15rem 1rem 0.15rem 0; font-weight: normal; }
.quiet { color: #6b6157; }
@media (prefers-color-scheme: dark) {
  body { color: #ece5da; background: #1f1b18; }
  h2 { border-color: #4a423a; }
  .quiet { color: #b0a598; }
}`

/** A page of the server itself: plain, without a script. `main` is HTML. */
export function plainPage(
  status: Page['status'],
  title: string,
  content: { readonly main: string; readonly refresh?: boolean },
): Page {
  const refresh = content.refresh ? '<meta http-equiv="refresh" content="0">' : ''
  const body = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${refresh}
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><main>${content.main}</main></body>
</html>
`
  return { status, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

export function messagePage(
  status: Page['status'],
  title: string,
  sentences: readonly string[],
  { refresh = false }: { readonly refresh?: boolean } = {},
): Page {
  const words = sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('\n')
  return plainPage(status, title, { main: `<h1>${escapeHtml(title)}</h1>\n${words}`, refresh })
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}
