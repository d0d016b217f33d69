import { describe, expect, test } from 'vitest'
import { knownNames } from './names.ts'
import { isTopicId } from './topics.ts'
import { understandLine, type UnderstoodLine } from './understand.ts'

const options = { day: null, zone: null, lang: null }

function read(line: string): UnderstoodLine {
  return understandLine(line, 0, options)
}

describe('fields and topics', () => {
  test.each([
    ['! portfolio before degree #ux', 'portfolio before degree', ['ux'], []],
    ['! portfolio before degree #UX', 'portfolio before degree', ['UX'], []],
    ['! fang nachts an #pharma', 'fang nachts an', ['pharma'], []],
    ['! arbeite viel mit #figma', 'arbeite viel mit #figma', ['figma'], []],
    ['! apply as an #engineer', 'apply as an #engineer', ['engineer'], []],
    [
      '! portfolio #ux #conservation-science /entry',
      'portfolio',
      ['ux', 'conservation-science'],
      ['entry'],
    ],
    ['! portfolio #ux, #research.', 'portfolio', ['ux', 'research'], []],
    ['the #ux team laughs', 'the #ux team laughs', ['ux'], []],
    ['= most of us come from #archives', 'most of us come from #archives', ['archives'], []],
    ['= trabajan en #archivos', 'trabajan en #archivos', ['archivos'], []],
    ['#ux', '', ['ux'], []],
    ['#ux #ux #UX', '', ['ux'], []],
    ['! write /Path /NEED /offer', 'write', [], ['path', 'need', 'offer']],
    ['! my own /restoration word', 'my own /restoration word', [], ['restoration']],
    ['" 手が先 #保存修復', '手が先', ['保存修復'], []],
    ['" мастерская #реставрация /skills', 'мастерская', ['реставрация'], ['skills']],
    ['! صبر #ترميم', 'صبر', ['ترميم'], []],
    ['! learn #3d-printing', 'learn', ['3d-printing'], []],
    ['! full width ＃ux ／path', 'full width', ['ux'], ['path']],
    ['! snake #paper_craft', 'snake', ['paper_craft'], []],
    ['! dash at the end #ux-', 'dash at the end #ux-', ['ux'], []],
  ])('%j', (line, text, fields, topics) => {
    expect(read(line)).toMatchObject({ text, fields, topics })
  })

  test.each([
    'and/or',
    '24/7',
    '3/4 of them',
    'on 12/04',
    'https://x.org/y#z',
    'a/b',
    'C# and F#',
    '#1 in the list',
    '# heading',
    '## heading',
    'issue#12',
    'see /usr/bin',
    'see /index.html',
    '/ slash',
    '/1',
    'mail ana@acme.com',
    '@ 17:30',
    'he/she',
    '#C++',
    '#-',
    'x#ux',
    '(#ux)',
    '//comment',
    'w/o',
  ])('there is no tag in %j', (line) => {
    expect(read(line)).toMatchObject({ fields: [], topics: [], people: [], text: line })
  })

  test('the topics of the method and the two beside them are known, others are free', () => {
    expect(['path', 'chance', 'need', 'offer', 'restoration'].map(isTopicId)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
  })

  test('an inline tag reads as a plain word where the line is quoted', () => {
    expect(read('" the #ux team met @Ana_Ruiz about /money #archives')).toMatchObject({
      text: 'the #ux team met @Ana_Ruiz about /money',
      said: 'the ux team met Ana Ruiz about money',
    })
  })
})

describe('how far a name goes', () => {
  test.each([
    ['" @Ana I never look', 'Ana'],
    ['" @Ana Ruiz I never look', 'Ana Ruiz'],
    ['" @Ana Ruiz: hands first', 'Ana Ruiz'],
    ['" @Ana Ruiz, hands first', 'Ana Ruiz'],
    ['" @Ana Ruiz The first year is listening', 'Ana Ruiz'],
    ['" @Ana Ruiz It’s the hands', 'Ana Ruiz'],
    ['" @Ana C’est les mains', 'Ana'],
    ['" @Marta Yo nunca miro', 'Marta'],
    ['" @Jürgen Groß Ich sehe nie hin', 'Jürgen Groß'],
    ['" @Inês Eu nunca olho', 'Inês'],
    ['" @Ruth van der Berg said so', 'Ruth van der Berg'],
    ['" @João da Silva disse', 'João da Silva'],
    ['" @María de la Cruz dijo', 'María de la Cruz'],
    ['" @Abu bin Said came', 'Abu bin Said'],
    ['" @Sam O’Brien said', 'Sam O’Brien'],
    ['" @Jean-Pierre Dupont a dit', 'Jean-Pierre Dupont'],
    ['" @J. R. Smith said', 'J. R. Smith'],
    ['" @ana hands first', 'ana'],
    ['" @ana_ruiz hands first', 'ana ruiz'],
    ['" @[ana de la cruz] hands first', 'ana de la cruz'],
    ['" @[Dr. Ana Ruiz, PhD] hands first', 'Dr. Ana Ruiz, PhD'],
    ['" @Ana Ruiz UX is dead', 'Ana Ruiz'],
    ['" @Ana’s book', 'Ana'],
    ['" @田中太郎 手が先', '田中太郎'],
    ['" @Мария Иванова сказала', 'Мария Иванова'],
    ['" @Łukasz Żółć powiedział', 'Łukasz Żółć'],
    ['" ＠Ana full width', 'Ana'],
  ])('%j', (line, name) => {
    expect(read(line)).toMatchObject({ speaker: name, people: [name] })
  })

  test('a name of the notebook wins, the longest first, whatever its case and accents', () => {
    const names = knownNames(['Ana', 'Ana Ruiz', 'محمد علي', 'Łukasz Żółć', 'Ruth O’Neill'])
    const named = (line: string) => understandLine(line, 0, { ...options, names }).people
    expect(named('" @ana ruiz portfolio first')).toEqual(['Ana Ruiz'])
    expect(named('" @ana portfolio first')).toEqual(['Ana'])
    expect(named('" @Ana Portfolio first')).toEqual(['Ana'])
    expect(named('" @lukasz zolc portfolio')).toEqual(['Łukasz Żółć'])
    expect(named('" @محمد علي قال')).toEqual(['محمد علي'])
    expect(named('" @Ana Ruiz’s portfolio')).toEqual(['Ana Ruiz'])
    expect(named('" @ruth o\'neill said')).toEqual(['Ruth O’Neill'])
    expect(named('" @Ana Ruizova said')).toEqual(['Ana'])
  })

  test.each(['ana@acme.com', '@ana@social.example hello', 'at @ 5', '@', '@-', '@1'])(
    'nobody is named in %j',
    (line) => {
      expect(read(line).people).toEqual([])
    },
  )
})

describe('the speaker', () => {
  test('is the one named right behind the mark, and not part of what is quoted', () => {
    expect(read('" @Ana Ruiz: I never look at degrees')).toMatchObject({
      speaker: 'Ana Ruiz',
      text: '@Ana Ruiz: I never look at degrees',
      said: 'I never look at degrees',
    })
  })

  test('stays in the sentence when a verb of saying follows', () => {
    expect(read('! @Ana says start small').said).toBe('Ana says start small')
  })

  test('is not somebody named later, nor on an unmarked line', () => {
    expect(read('" I learned from @Ana').speaker).toBeNull()
    expect(read('@Ana laughed').speaker).toBeNull()
  })
})

describe('names at the end', () => {
  test.each([
    ['" hands before papers @Ana Ruiz', 'hands before papers'],
    ['> send the article @Ana', 'send the article'],
    ['> call @Ana', 'call @Ana'],
    ['> write to @Ana #ux', 'write to @Ana'],
    ['> hablar con @Marta', 'hablar con @Marta'],
    ['> introduce Ben and @Ana', 'introduce Ben and @Ana'],
  ])('%j', (line, text) => {
    expect(read(line).text).toBe(text)
  })
})
