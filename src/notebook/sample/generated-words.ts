/** Names as people bear them, by where they are common, so that given and family names belong together. */
export const regions: readonly {
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly places: readonly (readonly [city: string, country: string, prefix: string])[]
}[] = [
  {
    given:
      'Aitana Beatriz Carmen Elvira Inmaculada Javier Lorenzo Marcos Nuria Óscar Raquel Sergio'.split(
        ' ',
      ),
    family:
      'Aguirre Bermúdez Castaño Domínguez Echeverría Fuentes Ibáñez Luján Muñoz Peña Quiroga Zúñiga'.split(
        ' ',
      ),
    places: [
      ['Bilbao', 'Spain', '+34'],
      ['Montevideo', 'Uruguay', '+598'],
      ['Oaxaca', 'Mexico', '+52'],
    ],
  },
  {
    given:
      'Antonia Bastian Dörte Friedrich Hannelore Jürgen Käthe Lukas Mareike Rüdiger Sören Wiebke'.split(
        ' ',
      ),
    family:
      'Ackermann Böhm Döring Fährmann Großmann Hülsmann Jäger Köster Lüders Pfeiffer Schäfer Weiß'.split(
        ' ',
      ),
    places: [
      ['Leipzig', 'Germany', '+49'],
      ['Graz', 'Austria', '+43'],
      ['Bern', 'Switzerland', '+41'],
    ],
  },
  {
    given:
      'Adaeze Babatunde Chiamaka Ekow Folasade Ifeoma Kofi Ngozi Olumide Temitope Wanjiru Zainab'.split(
        ' ',
      ),
    family:
      'Abubakar Boateng Chukwu Danso Eze Kamau Mensah Nwosu Okonkwo Olatunji Sesay Wambui'.split(
        ' ',
      ),
    places: [
      ['Accra', 'Ghana', '+233'],
      ['Ibadan', 'Nigeria', '+234'],
      ['Nakuru', 'Kenya', '+254'],
    ],
  },
  {
    given:
      'Agnieszka Bogdan Dorota Grzegorz Jadwiga Kazimierz Łucja Małgorzata Stanisław Tereza Vojtěch Zdeněk'.split(
        ' ',
      ),
    family:
      'Brzeziński Čermák Dąbrowski Havlíček Jabłoński Kołodziej Málek Novotný Říha Szymański Wójcik Żak'.split(
        ' ',
      ),
    places: [
      ['Gdańsk', 'Poland', '+48'],
      ['Brno', 'Czechia', '+420'],
    ],
  },
  {
    given:
      'Ananya Devika Farhan Gauri Harpreet Imran Jyoti Kiran Meera Nikhil Priyanka Rohan'.split(
        ' ',
      ),
    family: 'Banerjee Chowdhury Desai Gill Iyer Joshi Khanna Menon Naidu Qureshi Rao Sharma'.split(
      ' ',
    ),
    places: [
      ['Pune', 'India', '+91'],
      ['Lahore', 'Pakistan', '+92'],
    ],
  },
  {
    given: 'Aiko Daisuke Haruka Jun Kenji Mei Naomi Ren Satoshi Thi-Lan Xiu-Ying Yuki'.split(' '),
    family: 'Abe Chen Fujita Huang Ishikawa Kim Lin Matsuda Nguyen Park Tanaka Wang'.split(' '),
    places: [
      ['Kanazawa', 'Japan', '+81'],
      ['Taichung', 'Taiwan', '+886'],
      ['Da Nang', 'Vietnam', '+84'],
    ],
  },
  {
    given:
      'Amélie Baptiste Cécile Étienne François Gaëlle Hélène Jérôme Loïc Noémie Solène Théo'.split(
        ' ',
      ),
    family:
      'Béranger Chevallier Delacroix Faure Garnier Hébert Lefèvre Marchand Noël Pélissier Rousseau Vasseur'.split(
        ' ',
      ),
    places: [
      ['Nantes', 'France', '+33'],
      ['Liège', 'Belgium', '+32'],
      ['Québec', 'Canada', '+1'],
    ],
  },
  {
    given:
      'Abigail Callum Deirdre Fergus Gwen Harriet Isobel Lachlan Maeve Nora Rhys Siobhán'.split(
        ' ',
      ),
    family:
      'Abernathy Blackwood Carrick Doherty Fairweather Gallagher Hughes Llewellyn MacLeod O’Rourke Sinclair Thornbury'.split(
        ' ',
      ),
    places: [
      ['Galway', 'Ireland', '+353'],
      ['Dundee', 'United Kingdom', '+44'],
      ['Hobart', 'Australia', '+61'],
    ],
  },
]

export const titles: readonly string[] = [
  'Archivist',
  'Bridge engineer',
  'Ceramics conservator',
  'Community organiser',
  'Data editor',
  'Ecologist',
  'Forester',
  'Furniture restorer',
  'Geographer',
  'Hospital pharmacist',
  'Instrument maker',
  'Landscape architect',
  'Librarian',
  'Mapmaker',
  'Museum educator',
  'Producer',
  'Programme officer',
  'Soil scientist',
  'Sound archivist',
  'Translator',
  'Water chemist',
  'Workshop leader',
]

export const houses: readonly string[] = [
  'Academy',
  'Bureau',
  'Collections',
  'Foundation',
  'Institute',
  'Laboratory',
  'Library',
  'Museum',
  'Observatory',
  'School',
  'Trust',
  'Workshops',
]

export const labels: readonly string[] = [
  'conference',
  'choir',
  'former class',
  'neighbours',
  'summer school',
  'walking group',
]
