/** Light, for paper and for screens, with what every computer has. */
export const pageStyle = `
:root { color-scheme: light; --ink: #1d2b26; --soft: #54635c; --rule: #d8d5cb; --paper: #fffdf8; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 Georgia, 'Times New Roman', serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 .75rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; padding-top: .75rem; border-top: 1px solid var(--rule); }
h3 { font-size: 1.05rem; margin: 1.5rem 0 .25rem; }
h4 { font-size: 1rem; margin: 1rem 0 .25rem; }
p, ul, table, blockquote, pre { margin: 0 0 .75rem; }
ul { padding-left: 1.2rem; }
li { margin-bottom: .25rem; }
q { quotes: none; white-space: pre-wrap; }
table { width: 100%; border-collapse: collapse; font-size: .95rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--rule); }
th { font-weight: 600; }
blockquote { padding: .5rem 0 .25rem 1rem; border-left: 3px solid var(--rule); }
pre { white-space: pre-wrap; font: .8rem/1.5 ui-monospace, Menlo, Consolas, monospace; }
figure { margin: 1rem 0; }
img { max-width: 100%; height: auto; }
.lead, .foot, .aside, .from, .by, .lock { color: var(--soft); }
.from, .by, .lock { font-size: .875rem; }
.foot { margin-top: 3rem; }
@page { margin: 18mm; }
@media print {
  body { background: none; font-size: 11pt; }
  main { max-width: none; padding: 0; }
  h2, h3, h4 { break-after: avoid; }
  tr, li, blockquote { break-inside: avoid; }
}
`
