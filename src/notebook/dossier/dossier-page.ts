import { broken, type Html, list, paragraphs, text } from '../../kit/html.ts'
import { answers, consent } from './consent-page.ts'
import type { DossierWords } from './dossier-words.ts'
import type {
  Dossier,
  DossierCard,
  DossierConversation,
  DossierIntroduction,
  DossierLetter,
  DossierLine,
  DossierPicture,
  DossierPromise,
  DossierTranscript,
} from './dossier.ts'
import { pageStyle } from './page-style.ts'

/**
 * One page that needs nothing besides itself: no script, no picture but those inside it, no address it would ask. It can be printed, sent,
 * and read in twenty years.
 */
export function dossierPage(dossier: Dossier, words: DossierWords): Html {
  const title = text(words.title(dossier.name))
  const { parts } = words
  const sections = [
    section(parts.who, who(dossier, words)),
    section(parts.words, dossier.words.map((one) => paragraphs(one)).join('')),
    section(parts.meeting, meeting(dossier, words)),
    section(parts.consent, consent(dossier.consent, words) + answers(dossier.answers, words)),
    section(parts.notes, lines(dossier.notes, words)),
    section(parts.conversations, dossier.conversations.map((one) => talk(one, words)).join('\n')),
    section(
      parts.introductions,
      dossier.introductions.map((one) => introduction(one, words)).join('\n'),
    ),
    section(parts.elsewhere, elsewhere(dossier, words)),
    section(parts.exchanges, exchanges(dossier, words)),
    section(parts.cards, dossier.cards.map((card) => record(card, words)).join('\n')),
    section(parts.pages, list(dossier.pages.map((one) => text(words.page(one.from, one.until))))),
    section(parts.history, history(dossier, words)),
  ]
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="lead">${text(words.made(dossier.day))}</p>
${offRecord(dossier, words)}
${dossier.keptBack === 0 ? '' : `<p class="aside">${text(words.keptBack(dossier.keptBack))}</p>`}
${sections.filter(Boolean).join('\n')}
<p class="foot">${text(words.rights)}</p>
</main>
</body>
</html>
`
}

function section(heading: string, body: Html): Html {
  return body === '' ? '' : `<section>\n<h2>${text(heading)}</h2>\n${body}\n</section>`
}

function offRecord({ offRecord: { lines: count, shown } }: Dossier, words: DossierWords): Html {
  if (count === 0) return ''
  const said = shown ? words.offRecord.shown(count) : words.offRecord.hidden(count)
  return `<p class="aside">${text(said)}</p>`
}

function who(dossier: Dossier, words: DossierWords): Html {
  const { columns } = words
  const rows = dossier.values.map(
    ({ what, value, from }) =>
      `<tr><th scope="row">${text(words.values[what] ?? what)}</th><td>${broken(value)}</td>` +
      `<td class="from">${from.map(text).join('<br>')}</td></tr>`,
  )
  const table =
    rows.length === 0
      ? ''
      : `<table>\n<thead><tr><th scope="col">${text(columns.what)}</th>` +
        `<th scope="col">${text(columns.value)}</th><th scope="col">${text(columns.from)}</th></tr></thead>\n` +
        `<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`
  const further = [
    dossier.records.length > 1 ? words.records(dossier.records.join(', ')) : '',
    dossier.fields.length > 0 ? words.fields(dossier.fields.join(', ')) : '',
    dossier.inBin === null ? '' : words.inBin(dossier.inBin),
  ]
  return (
    table +
    further
      .filter(Boolean)
      .map((one) => `<p>${text(one)}</p>`)
      .join('')
  )
}

function meeting({ meeting: met, ledTo }: Dossier, words: DossierWords): Html {
  const told = [
    met.day,
    met.place,
    met.through === null ? null : words.through(met.through),
    met.words,
    ledTo.length > 0 ? words.ledTo(ledTo.join(', ')) : null,
  ]
  return told.map((one) => (one === null ? '' : `<p>${broken(one)}</p>`)).join('')
}

function lines(all: readonly DossierLine[], words: DossierWords): Html {
  if (all.length === 0) return ''
  return `<ul class="lines">\n${all.map((line) => `<li>${lineOf(line, words)}</li>`).join('\n')}\n</ul>`
}

function lineOf(line: DossierLine, words: DossierWords): Html {
  const lock = line.offRecord ? ` <span class="lock">${text(words.offTheRecord)}</span>` : ''
  return `<span class="by">${text(words.line[line.by])}</span> <q>${text(line.text)}</q>${lock}`
}

function talk(one: DossierConversation, words: DossierWords): Html {
  const head = one.day ?? words.undated
  const facts = [
    one.with.length > 0 ? words.with(one.with.join(', ')) : null,
    one.place,
    one.about.length > 0 ? words.about(one.about.join(', ')) : null,
    one.inBin ? words.binned : null,
  ].filter((fact) => fact !== null)
  return [
    `<article>\n<h3>${text(head)}</h3>`,
    facts.length > 0 ? `<p>${facts.map(text).join(' · ')}</p>` : '',
    list(
      one.plan.map(({ what, text: said }) => `${text(words.plan[what] ?? what)}: ${broken(said)}`),
    ),
    consent(one.consent, words),
    list(one.steps.map((step) => stepOf(step, words))),
    lines(one.lines, words),
    one.othersLines > 0 ? `<p class="aside">${text(words.others(one.othersLines))}</p>` : '',
    promises(one.promises, words),
    one.letters.map((letter) => letterOf(letter, words)).join(''),
    one.transcripts.map((transcript) => transcriptOf(transcript, words)).join(''),
    one.pictures.map((picture) => pictureOf(picture, words)).join(''),
    '</article>',
  ]
    .filter(Boolean)
    .join('\n')
}

function introduction(one: DossierIntroduction, words: DossierWords): Html {
  const { part, line, reason, steps } = words.introduction
  const facts = [one.on, one.about, one.with.length > 0 ? words.with(one.with.join(', ')) : '']
  const about = [
    one.line === '' ? '' : `${text(line)}: ${text(one.line)}`,
    one.reason === '' ? '' : `${text(reason)}: ${text(one.reason)}`,
    ...one.steps.map(({ day, kind }) => `${text(day)} ${text(steps[kind] ?? kind)}`),
  ]
  return [
    `<article>\n<h3>${text(part[one.part])}</h3>`,
    `<p>${facts.filter(Boolean).map(text).join(' · ')}</p>`,
    list(about.filter(Boolean)),
    one.letters.map((letter) => letterOf(letter, words)).join(''),
    '</article>',
  ]
    .filter(Boolean)
    .join('\n')
}

function stepOf(step: DossierConversation['steps'][number], words: DossierWords): Html {
  const said = step.words === null || step.words === '' ? '' : `: ${broken(step.words)}`
  return `${text(step.day)} ${text(words.steps[step.kind] ?? step.kind)}${said}`
}

function promises(all: readonly DossierPromise[], words: DossierWords): Html {
  if (all.length === 0) return ''
  const items = all.map(({ whose, text: said, due, doneOn }) => {
    const days = [due && words.due(due), doneOn && words.done(doneOn)].filter(Boolean).join(', ')
    const when = days === '' ? '' : ` <span class="from">${text(days)}</span>`
    return `${text(words.promise[whose])}: ${text(said)}${when}`
  })
  return `<h4>${text(words.promises)}</h4>\n${list(items)}`
}

function letterOf({ subject, body, sentOn }: DossierLetter, words: DossierWords): Html {
  const head = sentOn === null ? words.letter.draft : words.letter.sent(sentOn)
  return `<blockquote>\n<h4>${text(head)}</h4>\n<p><b>${text(subject)}</b></p>\n${paragraphs(body)}</blockquote>\n`
}

function transcriptOf({ name, on, lines: said }: DossierTranscript, words: DossierWords): Html {
  const head = `<h4>${text(words.transcript(name))} <span class="from">${text(words.on(on))}</span></h4>`
  return `${head}\n${lines(said, words)}\n`
}

function pictureOf(
  { name, words: shows, mediaType, base64 }: DossierPicture,
  words: DossierWords,
): Html {
  const caption = text(shows === '' ? name : shows)
  if (base64 === null) return `<p class="aside">${text(words.pictureKept(shows || name))}</p>`
  const address = `data:${mediaType};base64,${base64}`
  return mediaType === 'application/pdf'
    ? `<p><a download="${text(name)}" href="${address}">${caption}</a></p>`
    : `<figure><img src="${address}" alt="${caption}"><figcaption>${caption}</figcaption></figure>`
}

function elsewhere({ elsewhere: all }: Dossier, words: DossierWords): Html {
  return list(
    all.map((line) => `<span class="from">${text(line.where)}</span> ${lineOf(line, words)}`),
  )
}

function exchanges({ exchanges: all }: Dossier, words: DossierWords): Html {
  return list(
    all.map(({ day, channel, direction, subject }) => {
      const how = words.channels[`${channel} ${direction}`] ?? words.channels[channel] ?? channel
      return `${text(day)} ${text(how)}${subject === null ? '' : `: ${text(subject)}`}`
    }),
  )
}

function record({ file, on, text: raw, cells }: DossierCard, words: DossierWords): Html {
  const rows = cells.map(({ name, value }) => `${text(name)}: ${broken(value)}`)
  const body = raw === null ? '' : `<pre>${text(raw)}</pre>`
  return `<h3>${text(file)} <span class="from">${text(words.on(on))}</span></h3>\n${list(rows)}${body}`
}

function history({ history: all }: Dossier, words: DossierWords): Html {
  return list(
    all.map(({ day, what, door }) => {
      const deed = words.deeds[what] ?? what
      return `${text(day)} ${text(deed)} <span class="from">${text(words.doors[door] ?? door)}</span>`
    }),
  )
}
