import { agreed, did, type ToldTalk } from './told.ts'

/** What is still to come: today's conversation, letters out, and times agreed. */
export const talksAhead: readonly ToldTalk[] = [
  {
    people: ['ruth'],
    fields: ['conservation'],
    link: 'Samir was her trainee, and introduced you on {day -10}. You both teach people to be careful with acids.',
    purpose: 'The first person you will hear who hires in conservation.',
    minutes: 20,
    medium: 'call',
    questions: [
      {
        id: 'path-01',
        text: 'Walk me along the road from your first paid work to what you do this month.',
      },
      { id: 'entry-01', text: 'How did the last three newcomers really get in?', starred: true },
      {
        id: 'smallest-proof',
        text: 'What is the smallest proof you would accept from someone with my background?',
        starred: true,
      },
      {
        id: 'entry-03',
        text: 'Which course, licence or piece of work is worth its price, and which is not?',
      },
      {
        id: 'next-01',
        text: 'Who sees this very differently from you and would speak with me?',
      },
    ],
    read: ['Her talk on iron-gall ink', 'The archive’s page about trainees and dates'],
    gift: 'She is looking for a chemist to read a handout on solvents. You could.',
    steps: [
      did('researched', -9, '20:10'),
      did('drafted', -8, '20:45'),
      did('sent', -8, '21:05'),
      did('replied-yes', -6, '12:20', 'Gladly. By phone, and please keep me to twenty minutes.'),
      agreed(-6, { ago: 0, clock: 'soon' }, '13:05'),
      did('confirmed', -1, '15:30', 'Three questions, and my number in case hers fails.'),
    ],
  },
  {
    people: ['greta'],
    fields: ['conservation'],
    link: 'Her essay on tape: you have taught its chemistry for years without knowing what it does to a map.',
    purpose: 'How somebody who runs four laboratories chooses.',
    medium: 'video',
    read: ['Her essay on tape'],
    steps: [
      did('researched', { businessDays: -8 }, '19:30'),
      did('sent', { businessDays: -7 }, '08:50'),
    ],
  },
  {
    people: ['hana'],
    fields: ['conservation'],
    link: 'Owen sent you her paper on wax stains. You have removed candle wax from a whole classroom.',
    purpose: 'Whether textiles are gentler on the hands.',
    medium: 'video',
    steps: [did('sent', { businessDays: -3 }, '09:15')],
  },
  {
    people: ['kwame'],
    fields: ['conservation'],
    link: 'Ben says that he explains X-rays so that curators stop nodding. You would like to stop nodding too.',
    purpose: 'The work of the one scientist among many hands.',
    medium: 'video',
    steps: [
      did('researched', { businessDays: -3 }, '20:00'),
      did('sent', { businessDays: -1 }, '09:40'),
    ],
  },
  {
    people: ['anselm'],
    fields: ['conservation'],
    link: 'His lecture on varnish, which you heard twice.',
    steps: [
      did('sent', -31, '09:00'),
      did(
        'replied-no',
        -27,
        '16:45',
        'No time before the move of the collection. Try again in two years.',
      ),
      did('thanked-no', -27, '18:20'),
    ],
  },
  {
    people: ['ana'],
    fields: ['conservation'],
    link: 'She offered a day behind the crates; you asked which.',
    purpose: 'One day beside the people who hang a show.',
    medium: 'in-person',
    place: 'Provincial Museum, Teruel',
    steps: [
      did('sent', -10, '17:00'),
      did('replied-later', -8, '11:10', 'After the hanging, please. Before that I bite.'),
    ],
  },
  {
    people: ['ingrid', 'mateo'],
    fields: ['rivers'],
    link: 'Leila gave you both names in one breath: the one who digs, and the one who began last year.',
    purpose: 'A river from the seat of an excavator, and from the bottom rung.',
    minutes: 30,
    medium: 'in-person',
    place: 'Weir below Logroño',
    questions: [
      { id: 'work-01', text: 'What did you actually do yesterday, hour by hour?', starred: true },
      {
        id: 'skills-03',
        text: 'What would you want to see a newcomer do in the first ninety days?',
      },
    ],
    gift: 'Mateo is preparing for his chemistry exam. You wrote it once.',
    steps: [
      did('sent', -4, '08:10'),
      did('replied-yes', -2, '07:35', 'Bring boots. Not those boots.'),
      agreed(-2, { ago: { businessDays: 4 }, clock: '10:00' }, '08:00'),
    ],
  },
  {
    people: ['aoife'],
    fields: ['radio'],
    link: 'She left the microphone for a classroom; you are looking at the same road from its other end.',
    medium: 'video',
    steps: [
      did('sent', { businessDays: -24 }, '09:20'),
      did('nudged', { businessDays: -16 }, '09:20'),
    ],
  },
]
