import type { TemplateCode } from './codes.ts'
import type { TemplateText } from './fill.ts'

/** The times offered once more after a date that did not come about; nobody is asked why. */
export const englishAgain: Readonly<Record<'no-show-mine' | 'no-show-theirs', TemplateText>> = {
  'no-show-mine': {
    subject: '{minutes} minutes about {field}',
    body: `Dear {to},

I am sorry that I could not come when we had agreed. If you still would like to speak, does one of these suit you, on your clock ({zone})?

{times}

Any other hour is good too, and so is no. I will keep to {minutes} minutes.

{from}`,
  },
  'no-show-theirs': {
    subject: '{minutes} minutes about {field}',
    body: `Dear {to},

We missed each other; that happens. If you still would like to speak, does one of these suit you better, on your clock ({zone})?

{times}

Any other hour is good too, and so is no. I will keep to {minutes} minutes.

{from}`,
  },
}

/** The letters in English: plain words, theirs before mine, always a way out. */
export const english: Readonly<Record<Exclude<TemplateCode, 'thanks'>, TemplateText>> = {
  outreach: {
    subject: '{minutes} minutes about {field}',
    body: `Dear {to},

[{through} gave me your name. ]{link}. {work} stayed with me.

[I am {me}. ]I would like to understand what {field} is really like[, at {house} and elsewhere].

Could you spare {minutes} minutes in the next two weeks, by phone, by video or over a coffee, whenever it suits you?

If it does not, no answer is needed. Thank you for your work.

{from}`,
  },
  nudge: {
    subject: '{minutes} minutes about {field}',
    body: `Dear {to},

I wrote to you {asked-on} about {field}. {news}.

If {minutes} minutes are a lot now, would one question by mail suit you better? If neither does, I leave you in peace.

{from}`,
  },
  schedule: {
    subject: '{minutes} minutes about {field}',
    body: `Dear {to},

Thank you, I am glad. Does one of these suit you, on your clock ({zone})?

{times}

By phone, by video or in person, as you like; I call you. If none fits, name any other hour. I will keep to {minutes} minutes.

{from}`,
  },
  confirm: {
    subject: 'Our conversation on {day}',
    body: `Dear {to},

I look forward to our conversation on {day} at {clock} ({zone}), {where}. I asked you for {minutes} minutes and will keep to them.

What I hope to ask you:

{questions}

If anything comes between, you reach me at {reach}, also at the last minute.

{from}`,
  },
  update: {
    subject: 'What came of your advice',
    body: `Dear {to},

When we spoke you told me: “{advice}”.

I did: {did}. This came of it: {came}.

I would not have thought of it without you. Thank you.[ Something for you: {gift}.] No answer is needed.

{from}`,
  },
  hello: {
    subject: 'Thinking of you',
    body: `Dear {to},

{reason}, and I thought of you.[ {gift}.]

No need to answer.

{from}`,
  },
  'intro-request': {
    subject: 'Could you bring me to {whom}',
    body: `Dear {to},

I would like to speak with {whom}: {why-them}. What I hope to learn is {hope}. It may be worth their time, because {worth}.

Would you ask whether they would like to hear from me? The lines below can be passed on as they are.

Only if you are at ease with it; no need to explain.

{from}`,
  },
  blurb: {
    subject: 'Twenty minutes about {field} for {requester}',
    body: `{requester} is {me}, and would like to understand what {field} is really like.

Why you: {why-them}. The one question is: {question}

It takes {minutes} minutes, by phone, video or over a coffee. {requester} keeps to the time, writes down only what you agree to, and tells you what came of it.[ More: {reach}]`,
  },
  'opt-in': {
    subject: 'Somebody who would like your view',
    body: `Dear {to},

Somebody I know would like to hear from you: {requester-line}. I thought of you because {why-them}.

It would cost you {minutes} minutes, by phone or however you like. May I bring you together?

Yes, later or no are all good answers, and silence is one too: then I let it rest, and nobody hears of it.

{from}`,
  },
  link: {
    subject: '{requester}, meet {target}',
    body: `{target}, meet {requester}: {requester-line}.

{requester}, meet {target}: {target-line}.

You both said yes. What I think you both gain: {both}.

{requester} writes first, within a day, and moves me to bcc. If either of you wishes to be taken off, tell me alone.

{from}`,
  },
  'first-reply': {
    subject: '{minutes} minutes about {field}',
    body: `{connector}, thank you for bringing us together. I move you to bcc.

{to}, thank you for saying yes. Does one of these suit you, on your clock ({zone})?

{times}

Any other hour is good too. I will keep to {minutes} minutes, and I call you.

{from}`,
  },
  outcome: {
    subject: '{target} and I have spoken',
    body: `Dear {to},

{target} and I have spoken. One thing it gave me: {gained}.

I would not have met {target} without you. Thank you for putting your name to mine.

{from}`,
  },
  decline: {
    subject: 'Not this time',
    body: `Dear {to},

Thank you for writing, and for thinking of me. I cannot do this now.[ {instead}.] I wish you well with it.

{from}`,
  },
  consent: {
    subject: 'Your words about {field}',
    body: `Dear {to},

I am writing down what I learned about {field}, and would like to share these words of yours:

“{words}”

You would be named like this: {naming}. They would stand here: {shown}.

May I? You can say yes, change them, or say no, now or at any later time, without a reason; then they are gone. Silence for seven days is a no.

{from}`,
  },
}
