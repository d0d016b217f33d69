import type { Consent } from '../people/person.ts'

/** What the page says around what was written, in the language of the one who asked for it. */
export const inEnglish = {
  language: 'en',
  title: (name: string) => `What is kept about ${name}`,
  made: (day: string) =>
    `Made on ${day} from a private notebook. It holds everything kept there about you, as it was written.`,
  rights: 'Tell whoever gave you this page what is wrong, and what you want removed.',
  none: 'Nothing.',
  parts: {
    who: 'Who you are',
    words: 'Words about you',
    meeting: 'How you met',
    consent: 'What you agreed to',
    notes: 'Notes about you',
    conversations: 'Conversations',
    elsewhere: 'Lines elsewhere that name you',
    exchanges: 'Mail and meetings',
    cards: 'Records as they came in',
    pages: 'Pages made for you',
    history: 'When this was written and changed',
  },
  values: {
    full: 'Name',
    given: 'Given name',
    additional: 'Middle name',
    family: 'Family name',
    prefix: 'Title before the name',
    suffix: 'Behind the name',
    nickname: 'Nickname',
    maiden: 'Maiden name',
    pronunciation: 'Spoken as',
    mail: 'Mail',
    phone: 'Phone',
    link: 'Page',
    message: 'Messages',
    role: 'Work',
    place: 'Address',
    label: 'Label',
  } as Readonly<Record<string, string>>,
  sources: {
    hand: 'written by hand',
    capture: 'from a line of notes',
    import: 'from',
    sample: 'invented, to look around in',
    undated: 'where from is not known',
    file: 'a file',
  },
  page: (from: string, until: string) =>
    `Opens by its address alone, from ${from} to ${until}. That it was opened is not written down.`,
  on: (day: string) => `on ${day}`,
  records: (names: string) => `These records were found to be one person: ${names}.`,
  inBin: (day: string) => `Put into the bin on ${day}; removed for good thirty days later.`,
  through: (name: string) => `Through ${name}`,
  ledTo: (names: string) => `Met through you: ${names}`,
  fields: (names: string) => `Asked about: ${names}`,
  columns: { what: 'What', value: 'As it is kept', from: 'Where from, and when' },
  line: {
    them: 'You said',
    owner: 'Written by the keeper of the notebook',
    'nobody-knows': 'Who said it is not known',
  },
  offTheRecord: 'off the record',
  offRecord: {
    hidden: (count: number) =>
      count === 1
        ? 'One more line was said off the record. It is kept, and left out here; ask for it if you want to see it.'
        : `${count} more lines were said off the record. They are kept, and left out here; ask for them if you want to see them.`,
    shown: (count: number) =>
      count === 1
        ? 'One line here was said off the record.'
        : `${count} lines here were said off the record.`,
  },
  keptBack: (count: number) =>
    count === 1
      ? 'One more line is for the keeper of the notebook alone, and is given to no program that makes this page.'
      : `${count} more lines are for the keeper of the notebook alone, and are given to no program that makes this page.`,
  others: (count: number) =>
    count === 1
      ? 'One line that somebody else said is not shown: it is theirs.'
      : `${count} lines that others said are not shown: they are theirs.`,
  where: {
    owner: 'Own notes',
    person: 'A note about somebody else',
    conversation: 'Notes of another conversation',
    field: (name: string) => `Notes on ${name}`,
  },
  channels: {
    met: 'You met',
    call: 'A call',
    mail: 'Mail',
    'mail in': 'Mail from you',
    'mail out': 'Mail to you',
    'mail both': 'Mail both ways',
  } as Readonly<Record<string, string>>,
  undated: 'No day yet',
  with: (names: string) => `With ${names}`,
  about: (names: string) => `About ${names}`,
  binned: 'This conversation lies in the bin.',
  transcript: (name: string) => `What a transcript has of you: ${name}`,
  pictureKept: (what: string) =>
    `A picture of notes is kept: ${what}. It may show what others said, or what was off the record, and is not shown here.`,
  promises: 'Promises',
  promise: { owner: 'Promised to you', theirs: 'Promised by you' },
  due: (day: string) => `by ${day}`,
  done: (day: string) => `settled on ${day}`,
  letter: {
    sent: (day: string) => `Letter, sent on ${day}`,
    draft: 'Letter, not sent',
  },
  plan: {
    link: 'What links you',
    purpose: 'Why',
    gift: 'Something for you',
    question: 'A question to ask',
    read: 'Read beforehand',
  } as Readonly<Record<string, string>>,
  consent: {
    notes: {
      'not-asked': 'Whether notes may be taken: not asked',
      yes: 'Notes may be taken',
      facts: 'Notes of facts may be taken',
      no: 'No notes may be taken',
    },
    naming: {
      'not-asked': 'Whether you may be named: not asked',
      name: 'You may be named',
      role: 'You may be named by your role',
      none: 'You may not be named',
    },
    sharing: {
      'not-asked': 'Whether it may be shared: not asked',
      yes: 'It may be shared',
      'show-first': 'It may be shared when you have seen it',
      no: 'It may not be shared',
    },
  } satisfies { readonly [Part in 'notes' | 'naming' | 'sharing']: Record<Consent[Part], string> },
  answers: { title: 'What you answered, and when', inConversation: 'when you spoke' },
  steps: {
    researched: 'Read about',
    drafted: 'Letter drafted',
    sent: 'Letter sent',
    nudged: 'Asked once more',
    widened: 'Asked for somebody else',
    'replied-yes': 'You said yes',
    'replied-no': 'You said no',
    'replied-later': 'You said later',
    scheduled: 'A time was agreed',
    confirmed: 'The time was confirmed',
    started: 'It began',
    held: 'You spoke',
    'no-show-mine': 'The keeper did not come',
    'no-show-theirs': 'You did not come',
    captured: 'Notes were written',
    thanked: 'Thanks were sent',
    'thanked-no': 'Thanks for the answer were sent',
    'followed-up': 'A line was sent afterwards',
    debriefed: 'The notes were gone through',
    updated: 'You were told what came of it',
    rested: 'Let rest',
    reopened: 'Begun anew',
    kept: 'Kept',
  } as Readonly<Record<string, string>>,
  doors: {
    web: 'in the browser',
    api: 'by a program',
    command: 'by the command',
    mcp: 'by an assistant',
    clock: 'by itself',
  } as Readonly<Record<string, string>>,
  deeds: {
    'contacts.import': 'Brought in with a file',
    'people.add': 'Written down',
    'people.change': 'Changed',
    'people.label': 'Labelled',
    'people.place': 'Placed in a field',
    'people.remove': 'Put into the bin',
    'people.merge': 'Found to be one with another record',
    'people.unmerge': 'Parted from another record',
    'bin.restore': 'Taken out of the bin',
    'changes.undo': 'A change taken back',
    'conversations.capture': 'Written down in a line of notes',
    'conversations.meet': 'Written down from a line of notes',
    'contacts.undo-import': 'A file taken out again',
  } as Readonly<Record<string, string>>,
  picture: (size: number) => `[${size} signs of a picture or the like]`,
}

export type DossierWords = typeof inEnglish
