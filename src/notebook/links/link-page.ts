import { type Html, text } from '../../kit/html.ts'

/** The colours of the app, in light and dark, with what every computer has: a page for a guest brings no file along. */
const style = `
:root { color-scheme: light dark; --ink: #27221b; --soft: #665d4e; --rule: #ded8c9; --paper: #f9f7f1; --sheet: #fffdf8; --wine: #7b2a3d; --olive: #435226; --on-olive: #fbfaf4; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f1e9db; --soft: #ab9f8b; --rule: #3b3228; --paper: #201a14; --sheet: #2a231b; --wine: #c0707f; --olive: #a5b26f; --on-olive: #191c0c; }
}
* { box-sizing: border-box; }
body {
  margin: 0; color: var(--ink); font: 1.0625rem/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: anywhere;
  background: linear-gradient(#7b2a3d 3px, transparent 3px 6px, #7b2a3d 6px 7px, transparent 7px) var(--paper) no-repeat;
}
main { max-width: 40rem; margin: 0 auto; padding: 3.5rem 1.25rem 4rem; }
h1 { font-size: 2rem; line-height: 1.15; font-weight: 400; letter-spacing: -0.012em; margin: 0 0 1rem; }
h2 { font-size: 1.35rem; font-weight: 400; margin: 2.75rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
p, ul, form, fieldset { margin: 0 0 1rem; }
ul { padding-left: 1.2rem; }
a { color: var(--olive); }
.quiet { color: var(--soft); font-size: .95rem; }
.said { padding: .75rem 1rem; border-left: 3px solid var(--wine); background: var(--sheet); }
.sheet h3 { margin-top: 0; }
.sheet p { margin: 0 0 .35rem; }
.sheet { margin: 0 0 1rem; padding: 1rem 1.25rem; border: 1px solid var(--rule); border-radius: 6px; background: var(--sheet); }
fieldset { border: 0; padding: 0; min-width: 0; }
legend { padding: 0; font-weight: 700; }
label { display: block; margin: .75rem 0 .25rem; }
label.choice { display: flex; gap: .75rem; align-items: baseline; margin: 0; padding: .65rem 0; min-height: 44px; border-bottom: 1px solid var(--rule); }
label.choice input { flex: none; width: 1.15rem; height: 1.15rem; accent-color: var(--olive); }
input:not([type=radio]):not([type=checkbox]), select, textarea {
  width: 100%; min-height: 44px; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--sheet);
  border: 1px solid var(--soft); border-radius: 6px;
}
.pair { display: flex; flex-wrap: wrap; gap: .75rem; }
.pair > * { flex: 1 1 9rem; }
button { min-height: 44px; margin-top: .75rem; padding: .5rem 1.25rem; font: inherit; cursor: pointer; color: var(--ink); background: none; border: 1px solid var(--soft); border-radius: 6px; }
button.first { color: var(--on-olive); background: var(--olive); border-color: var(--olive); }
:focus-visible { outline: 2px solid var(--wine); outline-offset: 2px; }
details { margin: 0; border-bottom: 1px solid var(--rule); }
details[open] { padding-bottom: .75rem; }
summary { min-height: 44px; padding: .6rem 0; cursor: pointer; }
.foot { margin-top: 3.5rem; }
`

/** A whole page for a guest: plain, without a script, a file or a cookie. `main` is markup. */
export function linkPage(title: string, main: Html): Html {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">
<title>${text(title)}</title><style>${style}</style></head>
<body><main>
${main}
</main></body>
</html>
`
}
