export type RegionName = 'english' | 'german' | 'spanish' | 'russian'

/** Names as they occur together in a part of the world, for made-up address books. */
export interface Region {
  readonly name: RegionName
  /** The frequent ones, the most frequent first, more or less. */
  readonly given: readonly string[]
  readonly family: readonly string[]
  /** Pieces from which further family names are made. */
  readonly beginnings: readonly string[]
  readonly endings: readonly string[]
  readonly cities: readonly string[]
  readonly streets: readonly string[]
  readonly prefix: string
  readonly code: string
  readonly domain: string
  /** The same given name as it is written in its own script. */
  readonly script?: Readonly<Record<string, string>>
}

const list = (text: string) => text.trim().split(/\s+/)

export const regions: readonly Region[] = [
  {
    name: 'english',
    given:
      list(`James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan
      Joseph Jessica Thomas Sarah Christopher Karen Daniel Nancy Matthew Margaret Anthony Sandra Steven Katherine Andrew
      Deborah Joshua Rachel Kenneth Samantha Timothy Victoria Edward Rebecca Benjamin Alice Nicholas Olivia`),
    family:
      list(`Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Taylor Moore Jackson Martin Thompson White
      Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter Mitchell`),
    beginnings: list(
      'Ash Black Brad Clay Dun East Fair Gold Hart Lang Mid North Oak Red South Stan Thorn West Wood York',
    ),
    endings: list(
      'bury by combe dale field ford ham hurst ley man mere more ridge son stone ton ville well wick worth',
    ),
    cities: list('London Leeds Bristol York Oxford Manchester Bath Chester Exeter Norwich'),
    streets: [
      'High Street',
      'Station Road',
      'Church Lane',
      'Mill Road',
      'Park Avenue',
      'Green Lane',
    ],
    prefix: '+44',
    code: '20',
    domain: 'co.uk',
  },
  {
    name: 'german',
    given:
      list(`Maximilian Anna Alexander Maria Johannes Julia Christian Katharina Thomas Claudia Michael Elisabeth Stefan
      Susanne Andreas Sabine Matthias Christine Friedrich Charlotte Wolfgang Margarete Heinrich Franziska Ulrich Johanna
      Tobias Barbara Sebastian Angelika Konrad Josefine`),
    family:
      list(`Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein
      Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann`),
    beginnings: list(
      'Alt Berg Blum Dorn Eich Feld Gold Hahn Holz Kirch Linden Mühl Neu Ober Rosen Stein Thal Unter Wald Zell',
    ),
    endings: list(
      'acker auer bach bauer beck berger brecht dorfer egger felder haus heim hofer huber lein mann meier müller ner stätter',
    ),
    cities: list('Berlin München Hamburg Köln Leipzig Stuttgart Bremen Dresden Freiburg Mainz'),
    streets: [
      'Hauptstraße',
      'Bahnhofstraße',
      'Gartenweg',
      'Schillerplatz',
      'Lindenallee',
      'Am Markt',
    ],
    prefix: '+49',
    code: '30',
    domain: 'de',
  },
  {
    name: 'spanish',
    given:
      list(`Francisco María José Carmen Antonio Josefa Manuel Isabel Javier Dolores Ignacio Pilar Guillermo Concepción
      Enrique Mercedes Santiago Teresa Fernando Rosario Alejandro Consuelo Eduardo Montserrat Rafael Guadalupe`),
    family:
      list(`García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz
      Moreno Álvarez Muñoz Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil`),
    beginnings: list(
      'Al Bel Cam Cas Cor Du Es Fuen Gar Iba Lar Man Mon Ol Pal Quin Ro Sal Tor Val Zal Zu',
    ),
    endings: list(
      'abal ados al anco ares arte as cano dado eda era estre ino ledo monte ora osa queta rrea tero',
    ),
    cities: list('Madrid Barcelona Valencia Sevilla Bilbao Granada Málaga Zaragoza Vigo Cádiz'),
    streets: [
      'Calle Mayor',
      'Gran Vía',
      'Plaza España',
      'Calle del Sol',
      'Paseo del Prado',
      'Rambla Nova',
    ],
    prefix: '+34',
    code: '91',
    domain: 'es',
  },
  {
    name: 'russian',
    given:
      list(`Aleksandr Natalia Sergei Ekaterina Dmitry Anastasia Mikhail Tatiana Vladimir Yelena Nikolai Svetlana
      Ivan Lyudmila Pavel Galina Yuri Olga`),
    family:
      list(`Ivanov Petrov Sidorov Smirnov Kuznetsov Popov Vasiliev Sokolov Mikhailov Novikov Fedorov Morozov Volkov
      Alekseev Lebedev Semenov Egorov Pavlov Kozlov Stepanov`),
    beginnings: list(
      'Bel Bor Vor Gor Gal Dan Zhar Zim Kal Kor Lap Mal Nov Or Pan Rod Sav Tar Khar Shar',
    ),
    endings: list(
      'ankin antsev ashov atov chev din enko inov kov lin lov mitsky ninov nov ov shin sky tsev unin yanov',
    ),
    cities: list('Moskva Kazan Tver Samara Tula Perm Omsk Sochi Pskov Ryazan'),
    streets: ['Lenina', 'Sadovaya', 'Mira', 'Lesnaya', 'Novaya', 'Parkovaya'],
    prefix: '+7',
    code: '495',
    domain: 'ru',
    script: {
      Aleksandr: 'Александр',
      Natalia: 'Наталья',
      Sergei: 'Сергей',
      Ekaterina: 'Екатерина',
      Dmitry: 'Дмитрий',
      Anastasia: 'Анастасия',
      Mikhail: 'Михаил',
      Tatiana: 'Татьяна',
      Vladimir: 'Владимир',
      Yelena: 'Елена',
      Nikolai: 'Николай',
      Svetlana: 'Светлана',
      Ivan: 'Иван',
      Lyudmila: 'Людмила',
      Pavel: 'Павел',
      Galina: 'Галина',
      Yuri: 'Юрий',
      Olga: 'Ольга',
    },
  },
]

/** Short forms that somebody may well be saved under. */
export const shortForms: Readonly<Record<string, string>> = Object.fromEntries(
  list(`James:Jim Patricia:Pat Robert:Bob Jennifer:Jenny Michael:Mike David:Dave Elizabeth:Liz William:Bill Barbara:Barb
    Richard:Dick Susan:Sue Joseph:Joe Jessica:Jess Thomas:Tom Christopher:Chris Daniel:Dan Matthew:Matt Margaret:Peggy
    Anthony:Tony Steven:Steve Katherine:Kate Andrew:Andy Deborah:Debbie Joshua:Josh Kenneth:Ken Samantha:Sam Timothy:Tim
    Victoria:Vicky Edward:Ted Rebecca:Becky Benjamin:Ben Nicholas:Nick Maximilian:Max Alexander:Alex Johannes:Hannes
    Katharina:Kathi Elisabeth:Lisa Susanne:Susi Friedrich:Fritz Wolfgang:Wolf Margarete:Grete Heinrich:Heinz
    Franziska:Franzi Ulrich:Uli Johanna:Hanna Sebastian:Basti Francisco:Paco José:Pepe Josefa:Pepa Antonio:Toni Manuel:Manolo
    Isabel:Isa Javier:Javi Dolores:Lola Ignacio:Nacho Concepción:Concha Enrique:Quique Mercedes:Merche Santiago:Santi
    Fernando:Nando Rosario:Charo Alejandro:Ale Consuelo:Chelo Eduardo:Edu Montserrat:Montse Rafael:Rafa Guadalupe:Lupe
    Aleksandr:Sasha Natalia:Natasha Sergei:Seryozha Ekaterina:Katya Dmitry:Dima Anastasia:Nastya Mikhail:Misha Tatiana:Tanya
    Vladimir:Volodya Yelena:Lena Nikolai:Kolya Svetlana:Sveta Ivan:Vanya Pavel:Pasha`).map((pair) =>
    pair.split(':'),
  ),
)

const letters: Readonly<Record<string, string>> = {
  shch: 'щ',
  zh: 'ж',
  kh: 'х',
  ts: 'ц',
  ch: 'ч',
  sh: 'ш',
  ya: 'я',
  yu: 'ю',
  a: 'а',
  b: 'б',
  v: 'в',
  g: 'г',
  d: 'д',
  e: 'е',
  z: 'з',
  i: 'и',
  y: 'ы',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  f: 'ф',
}

/** A family name in Cyrillic letters, letter for letter. */
export function inCyrillic(name: string): string {
  const text = name
    .toLowerCase()
    .replace(/sky$/, 'ский')
    .replace(/shch|zh|kh|ts|ch|sh|ya|yu|[a-z]/g, (part) => letters[part] ?? part)
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
