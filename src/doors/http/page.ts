export interface Page {
  readonly status: 200 | 401 | 404 | 429 | 503
  readonly headers: Record<string, string>
  readonly body: string
}

/** The colours and the stripe of the app, which this page stands in for; it brings no file along. */
const style = `
body {
  font: 1.0625rem/1.55 Georgia, serif; color: #27221b; margin: 0; overflow-wrap: anywhere;
  background: linear-gradient(#7b2a3d 3px, transparent 3px 6px, #7b2a3d 6px 7px, transparent 7px) #f9f7f1 no-repeat;
}
main { max-width: 46rem; margin: 12vh auto 4rem; padding: 0 1.5rem; }
h1 { font-size: 2.25rem; line-height: 1.1; font-weight: 400; letter-spacing: -0.012em; margin: 0 0 1rem; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid #ded8c9; font-weight: 400; }
h3 { margin-bottom: 0; font-size: 1.05rem; }
code, pre, table { font: 0.9rem/1.5 ui-monospace, monospace; }
table { border-collapse: collapse; }
td, th { text-align: left; vertical-align: top; padding: 0.15rem 1rem 0.15rem 0; font-weight: normal; }
.quiet { color: #665d4e; }
@media (prefers-color-scheme: dark) {
  body {
    color: #f1e9db;
    background: linear-gradient(#9a4453 3px, transparent 3px 6px, #9a4453 6px 7px, transparent 7px) #201a14 no-repeat;
  }
  h2 { border-color: #3b3228; }
  .quiet { color: #ab9f8b; }
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
