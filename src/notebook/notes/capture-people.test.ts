import { describe, expect, test } from 'vitest'
import { capture } from './capture.ts'
import { knownNames } from './names.ts'

const options = { day: '2026-03-11', zone: null, lang: null } as const

/** Who, what, for whom and where, with `~` before a description; what is not known is left out. */
function who(text: string): string | null {
  const { person, meeting } = capture(text, options)
  if (person === null) return null
  const { name, described, role, organisation } = person
  const parts = [
    name ?? `~${described}`,
    role ? `(${role})` : '',
    organisation ? `at ${organisation}` : '',
  ]
  return [...parts, meeting.place ? `in ${meeting.place}` : ''].filter(Boolean).join(' ')
}

describe('somebody with a name', () => {
  test.each([
    ['met Ana Ruiz on the train, UX at Acme: ! portfolio', 'Ana Ruiz (UX) at Acme in the train'],
    ['Met Ana Ruiz', 'Ana Ruiz'],
    ['Ana Ruiz', 'Ana Ruiz'],
    ['Ana: ! portfolio', 'Ana'],
    ['Ana Ruiz, UX at Acme: ! portfolio', 'Ana Ruiz (UX) at Acme'],
    ['Ana Ruiz (she/her), UX at Acme: ! go', 'Ana Ruiz (UX) at Acme'],
    ['Ana Ruiz @ Acme: ! portfolio', 'Ana Ruiz at Acme'],
    ['Ana from Acme: = they hire in May', 'Ana at Acme'],
    ['Ana Ruiz works at Acme in UX: ! go', 'Ana Ruiz (UX) at Acme'],
    ['I met Ana Ruiz, she works at Acme: ! portfolio', 'Ana Ruiz at Acme'],
    ['On the train met Ana Ruiz, UX at Acme', 'Ana Ruiz (UX) at Acme in the train'],
    ['coffee with Tomasz Wilk', 'Tomasz Wilk'],
    [
      'had coffee with Nguyễn Văn An, ML engineer at VNG: ! maths first',
      'Nguyễn Văn An (ML engineer) at VNG',
    ],
    ['Coffee w/ Ben Cole (Basin Office): < he sends the handout', 'Ben Cole at Basin Office'],
    ['call w Ana Ruiz', 'Ana Ruiz'],
    ['call with Ana Ruiz at Acme re hiring', 'Ana Ruiz at Acme'],
    ['talked to Ruth van der Berg from the City Archive', 'Ruth van der Berg at City Archive'],
    ["talked w/ Sam O'Brien re teaching: ? burnout", "Sam O'Brien"],
    [
      'bumped into Priya Nair at the climbing gym, data scientist at Spotify',
      'Priya Nair (data scientist) at Spotify in the climbing gym',
    ],
    ['Priya Nair - data scientist - Spotify: ! ship', 'Priya Nair (data scientist) at Spotify'],
    [
      'Quick chat with Maria del Carmen García López in the corridor',
      'Maria del Carmen García López in the corridor',
    ],
    [
      'met Dr. Ana Ruiz at the library, head of UX at Acme',
      'Ana Ruiz (head of UX) at Acme in the library',
    ],
    [
      'Dr Ruth Adeyemi — paper conservator, City Archive: " hands',
      'Ruth Adeyemi (paper conservator) at City Archive',
    ],
    [
      'Ruth Adeyemi, paper conservator at the City Archive, on the train',
      'Ruth Adeyemi (paper conservator) at City Archive in the train',
    ],
    [
      'met my friend Tomasz Wilk in the queue, hydrologist',
      'Tomasz Wilk (hydrologist) in the queue',
    ],
    ["met Ana Ruiz's sister Marta on the train", 'Marta in the train'],
    ['met Ana Ruiz at 10:30 in the lobby: ! come early', 'Ana Ruiz in the lobby'],
    ['met Ana Ruiz, ana@acme.com, UX at Acme: ! go', 'Ana Ruiz (UX) at Acme'],
    ['met Ana Ruiz https://acme.com/x UX at Acme: ! go', 'Ana Ruiz (UX) at Acme'],
    ['met @Ana_Ruiz on the train, UX at Acme: ! go', 'Ana Ruiz (UX) at Acme in the train'],
    ['met @[ana de la cruz] on the train', 'Ana de la Cruz in the train'],
    ['Yesterday Ana Ruiz told me about rivers', 'Ana Ruiz'],
    [
      'ran into old classmate Julia Stein, now lawyer at Freshfields',
      'Julia Stein (lawyer) at Freshfields',
    ],
    ['Zoom Ana Ruiz: ! portfolio', 'Ana Ruiz'],
    ['got an email from Ben Cole at Basin Office', 'Ben Cole at Basin Office'],
    ['met Ana ruiz in the train', 'Ana Ruiz in the train'],
    ['met Ana again on the train', 'Ana in the train'],
    ['met Sarah in the queue, shepherd: ! sleep', 'Sarah (shepherd) in the queue'],
    ['met Sarah in the queue, lovely: ! sleep', 'Sarah in the queue'],
    ['lunch with Tim Cook at the canteen', 'Tim Cook in the canteen'],
  ])('in English: %j', (text, expected) => {
    expect(who(text)).toBe(expected)
  })

  test.each([
    [
      'Conocí a Marta Díaz en el tren, enfermera en La Paz: ! duerme',
      'Marta Díaz (enfermera) at La Paz in el tren',
    ],
    ['con Marta en el tren', 'Marta in el tren'],
    ['Café con Lucía Fernández, enfermera: ! duerme', 'Lucía Fernández (enfermera)'],
    ['hablé con Pedro en el bus', 'Pedro in el bus'],
    [
      'He conocido a Iñaki Echeverría en la cola del súper, arquitecto',
      'Iñaki Echeverría (arquitecto) in la cola del súper',
    ],
    [
      'Ayer conocí a Marta Gómez en la biblioteca, restauradora en el Museo del Prado',
      'Marta Gómez (restauradora) at Museo del Prado in la biblioteca',
    ],
    ['Llamada con Jordi Puig de Acme: $ curso', 'Jordi Puig at Acme'],
    ['Comida con mi prima Elena, profesora de piano: ! paciencia', 'Elena (profesora de piano)'],
    [
      'rencontré Amélie Poulain au marché, designer chez Acme : ! osez',
      'Amélie Poulain (designer) at Acme in marché',
    ],
    [
      "J'ai rencontré Chloé Martin dans le train, infirmière à l'hôpital : ! dormir",
      'Chloé Martin (infirmière) at hôpital in le train',
    ],
    [
      'Déjeuner avec Jean-Pierre Dupont, ingénieur chez Airbus',
      'Jean-Pierre Dupont (ingénieur) at Airbus',
    ],
    ['appel avec Amélie, designer chez Acme: ? combien', 'Amélie (designer) at Acme'],
    ['Hier rencontré Zoé Laurent au marché', 'Zoé Laurent in marché'],
    [
      'traf Jürgen Groß im Zug, Restaurator beim Stadtarchiv: ! Mappe',
      'Jürgen Groß (Restaurator) at Stadtarchiv in Zug',
    ],
    ['mit Jürgen Groß im Zug getroffen', 'Jürgen Groß in Zug'],
    [
      'Jürgen Groß im Zug getroffen, Restaurator beim Stadtarchiv',
      'Jürgen Groß (Restaurator) at Stadtarchiv in Zug',
    ],
    [
      'Habe heute Anna Schmidt in der Bahn kennengelernt, Hydrologin bei der BfG',
      'Anna Schmidt (Hydrologin) at BfG in der Bahn',
    ],
    [
      'Ich traf gestern Petra Klein auf der Messe, Leiterin Marketing bei Bosch',
      'Petra Klein (Leiterin Marketing) at Bosch in der Messe',
    ],
    ['Gespräch mit Frau Dr. Müller von der Uni: = zwei Plätze', 'Müller at Uni'],
    ['vor 3 Tagen Ana Ruiz getroffen', 'Ana Ruiz'],
    [
      'conheci o João da Silva no comboio, designer na Acme: ! portfólio',
      'João da Silva (designer) at Acme in comboio',
    ],
    [
      'Falei com a Inês Carvalho no comboio, restauradora no Arquivo',
      'Inês Carvalho (restauradora) at Arquivo in comboio',
    ],
    ['almoço com o Tiago: ? quanto ganham', 'Tiago'],
    [
      'encontrei a Ana Sousa na biblioteca, designer na Farfetch',
      'Ana Sousa (designer) at Farfetch in biblioteca',
    ],
  ])('in other languages: %j', (text, expected) => {
    expect(who(text)).toBe(expected)
  })

  test.each([
    ['met ana ruiz on the train', 'Ana Ruiz in the train'],
    ['met ana ruiz on the train ux at acme', 'Ana Ruiz (ux) at acme in the train'],
    ['ana ruiz, ux at acme: ! portfolio', 'Ana Ruiz (ux) at acme'],
    ['MET ANA RUIZ ON THE TRAIN UX AT ACME', 'Ana Ruiz (UX) at ACME in THE TRAIN'],
    ['met john on train', 'John in train'],
    ['met  Ana   Ruiz   on the train', 'Ana Ruiz in the train'],
    ['Ana Ruiz UX Acme: ! portfolio', 'Ana Ruiz (UX) at Acme'],
    [
      'met Ana Ruiz on the train UX at Acme portfolio before degree',
      'Ana Ruiz (UX) at Acme in the train',
    ],
    ['met Ana Ruiz on the train.UX at Acme', 'Ana Ruiz (UX) at Acme in the train'],
    ['coffee with ben, the salary > 50k is fine', 'Ben'],
    ['zoom with łukasz żółć, product at allegro: > send cv', 'Łukasz Żółć (product) at allegro'],
    [
      'cafe con lucia fernandez enfermera en la paz: ! duerme',
      'Lucia Fernandez (enfermera) at paz',
    ],
    ['vu marie curie au labo: ! mesurer', 'Marie Curie in labo'],
    ['telefoniert mit jürgen groß: > unterlagen schicken', 'Jürgen Groß'],
    ['☕️ with Ana Ruiz 🚆 UX @ Acme: ! go', 'Ana Ruiz (UX) at Acme'],
    ['Ana Ruiz 👩‍🎨 UX at Acme: ! go', 'Ana Ruiz (UX) at Acme'],
    ['met ana 😀 she does ux', 'Ana (ux)'],
    ['\u200fmet \u2067محمد علي\u2069 at the market', 'محمد علي in the market'],
    ['coffee with محمد علي about rivers', 'محمد علي'],
    ['met דוד כהן on the bus, teacher: " listen', 'דוד כהן (teacher) in the bus'],
    ['met 田中太郎 on the train: ! listen', '田中太郎 in the train'],
    ['Мария Иванова, UX at Яндекс: ! портфолио', 'Мария Иванова (UX) at Яндекс'],
    ['فطور مع Ana Ruiz: ! portfolio', 'Ana Ruiz'],
  ])('typed in haste, or in another script: %j', (text, expected) => {
    expect(who(text)).toBe(expected)
  })
})

describe('somebody without a name', () => {
  test.each([
    ["With my uncle's neighbour, about rivers. He said start young", "~my uncle's neighbour"],
    ["my uncle's neighbour, a carpenter: ! cheap wood first", "~my uncle's neighbour (carpenter)"],
    ['met a nurse on the bus: ! be patient', '~a nurse (nurse) in the bus'],
    [
      'sat next to a retired pilot on the flight to Oslo',
      '~a retired pilot (retired pilot) in the flight to Oslo',
    ],
    ['the baker on my street: " I sleep at noon', '~the baker (baker) in my street'],
    ['a woman on the bus: " never stop', '~a woman in the bus'],
    ['Chatted with someone from the City Archive about paper', '~someone at City Archive'],
    ['great chat with the head of UX at Acme: ! go small', '~the head of UX (head of UX) at Acme'],
    ['coffee with my boss', '~my boss'],
    ['Conocí a un carpintero en la feria', '~un carpintero (carpintero) in la feria'],
    ['hablé con la vecina de mi tío sobre ríos', '~la vecina de mi tío'],
    ['discuté avec le voisin de mon oncle à propos de rivières', '~le voisin de mon oncle'],
    ['Kaffee mit meiner Nachbarin, Buchbinderin: " Hände', '~meiner Nachbarin (Buchbinderin)'],
    ['conheci um enfermeiro no autocarro: ! paciência', '~um enfermeiro (enfermeiro) in autocarro'],
  ])('%j', (text, expected) => {
    expect(who(text)).toBe(expected)
  })
})

describe('nobody', () => {
  test.each([
    'great talk about rivers',
    'Coffee: ! bring cash',
    'Idea: ! write to archives',
    'coffee with milk',
    'with love from Rome',
    'con mucho gusto',
    'mit dem Zug nach Berlin gefahren',
    'Mit Kollegen über Flüsse gesprochen',
    'avec plaisir',
    'habe Hunger',
    'met two people from NASA: ! apply',
    'reminder: call Ana',
    'salary > 50k',
    'call with HR at Acme: ? when',
    '! portfolio',
    '',
  ])('is met in %j', (text) => {
    expect(who(text)).toBeNull()
  })
})

describe('beside the first', () => {
  test.each([
    ['lunch with Ana Ruiz and Ben Cole at PyCon', ['Ana Ruiz', 'Ben Cole']],
    ['lunch with Ana, Ben and Chloé: ! share', ['Ana', 'Ben', 'Chloé']],
    ['comida con Ana y Marta: ! compartir', ['Ana', 'Marta']],
    ['Kaffee mit Petra und Jürgen', ['Petra', 'Jürgen']],
    ['café com a Ana e o Rui', ['Ana', 'Rui']],
    ['with @Ana and @Ben at PyCon', ['Ana', 'Ben']],
    ['met Ana Ruiz, Acme and rivers', ['Ana Ruiz']],
  ])('%j', (text, names) => {
    expect(capture(text, options).people.map((person) => person.name)).toEqual(names)
  })
})

describe('what is known about them', () => {
  test('mail, phone and link are taken from wherever they stand', () => {
    const text =
      'ran into Ben Cole ben@basin.org +44 20 7946 0958 linkedin.com/in/bencole: < he writes'
    expect(capture(text, options).person).toMatchObject({
      name: 'Ben Cole',
      mail: 'ben@basin.org',
      phone: '+44 20 7946 0958',
      link: 'linkedin.com/in/bencole',
    })
  })

  test('somebody of the notebook is recognised, however the name is typed', () => {
    const names = knownNames(['Łukasz Żółć', 'Ana Ruiz', 'Will'])
    const known = (text: string) => {
      const { person } = capture(text, { ...options, names })
      return person?.known === true ? person.name : null
    }
    expect(known('met lukasz zolc on the train')).toBe('Łukasz Żółć')
    expect(known('ana ruiz told me to start')).toBe('Ana Ruiz')
    expect(known('long day, then saw ana ruiz again')).toBe('Ana Ruiz')
    expect(known('rivers will rise')).toBeNull()
    expect(known('met Ana Ruizova')).toBeNull()
  })

  test('the day of the meeting is the one the words look back to', () => {
    const dayOf = (text: string) => capture(text, options).meeting.day
    expect(dayOf('met Ana yesterday: ! go')).toBe('2026-03-10')
    expect(dayOf('met Ana last Friday')).toBe('2026-03-06')
    expect(dayOf('met Ana')).toBe('2026-03-11')
    expect(capture('met Ana yesterday', { ...options, day: null }).meeting.day).toBeNull()
  })
})
