const words = (text: string): string[] => text.trim().split(/\s+/u)

/** Names as people bear them, by where they are common, so that given and family names belong together. */
export const regions: readonly {
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly places: readonly (readonly [city: string, country: string, prefix: string])[]
}[] = [
  {
    given: words(`
      Aitana Beatriz Carmen Elvira Inmaculada Javier Lorenzo Marcos Nuria Óscar Raquel Sergio
      Amparo Celia Dolores Emilio Fernando Guadalupe Ignacio Lourdes Matías Pilar Rocío Teresa
      Valentina Ximena`),
    family: words(`
      Aguirre Bermúdez Castaño Domínguez Echeverría Fuentes Ibáñez Luján Muñoz Peña Quiroga
      Zúñiga Arroyo Barrios Cárdenas Escudero Gallego Herrera Jiménez Lozano Márquez Navarro
      Ordóñez Rosales Tejada Villalba`),
    places: [
      ['Bilbao', 'Spain', '+34'],
      ['Montevideo', 'Uruguay', '+598'],
      ['Oaxaca', 'Mexico', '+52'],
    ],
  },
  {
    given: words(`
      Antonia Bastian Dörte Friedrich Hannelore Jürgen Käthe Lukas Mareike Rüdiger Sören
      Wiebke Anneliese Benno Christoph Elfriede Gerhard Heike Ingeborg Konrad Liselotte
      Matthias Reinhold Susanne Torsten Ulrike`),
    family: words(`
      Ackermann Böhm Döring Fährmann Großmann Hülsmann Jäger Köster Lüders Pfeiffer Schäfer
      Weiß Baumgartner Dietrich Engelhardt Frühauf Hofmann Kirchner Lindner Möller Oberhauser
      Rosenberger Steinbach Trautmann Vogelsang Zimmermann`),
    places: [
      ['Leipzig', 'Germany', '+49'],
      ['Graz', 'Austria', '+43'],
      ['Bern', 'Switzerland', '+41'],
    ],
  },
  {
    given: words(`
      Adaeze Babatunde Chiamaka Ekow Folasade Ifeoma Kofi Ngozi Olumide Temitope Wanjiru
      Zainab Abena Amina Chinedu Dayo Emeka Fatou Jelani Kwabena Mariama Nneka Obinna Sadia
      Tunde Yaa`),
    family: words(`
      Abubakar Boateng Chukwu Danso Eze Kamau Mensah Nwosu Okonkwo Olatunji Sesay Wambui
      Adeleke Asante Diallo Fofana Gyamfi Ibrahim Kariuki Lawal Mwangi Njoroge Obi Osei
      Sarpong Uche`),
    places: [
      ['Accra', 'Ghana', '+233'],
      ['Ibadan', 'Nigeria', '+234'],
      ['Nakuru', 'Kenya', '+254'],
    ],
  },
  {
    given: words(`
      Agnieszka Bogdan Dorota Grzegorz Jadwiga Kazimierz Łucja Małgorzata Stanisław Tereza
      Vojtěch Zdeněk Barbora Czesława Danuta Ewelina František Halina Jarmila Kateřina Leszek
      Mirosław Ondřej Radek Wojciech Zofia`),
    family: words(`
      Brzeziński Čermák Dąbrowski Havlíček Jabłoński Kołodziej Málek Novotný Říha Szymański
      Wójcik Żak Baran Dvořák Fiala Górski Hruška Kubiak Lewandowski Marek Nowicki Pospíšil
      Sikora Urban Veselý Zieliński`),
    places: [
      ['Gdańsk', 'Poland', '+48'],
      ['Brno', 'Czechia', '+420'],
    ],
  },
  {
    given: words(`
      Ananya Devika Farhan Gauri Harpreet Imran Jyoti Kiran Meera Nikhil Priyanka Rohan Aarav
      Bhavna Deepak Esha Farida Gopal Ishaan Kavita Lakshmi Manoj Nandini Omar Rukmini Vikram`),
    family: words(`
      Banerjee Chowdhury Desai Gill Iyer Joshi Khanna Menon Naidu Qureshi Rao Sharma Agarwal
      Bhatt Chaudhary Fernandes Ghosh Hussain Kulkarni Malhotra Nair Patwardhan Reddy Saxena
      Trivedi Varma`),
    places: [
      ['Pune', 'India', '+91'],
      ['Lahore', 'Pakistan', '+92'],
    ],
  },
  {
    given: words(`
      Aiko Daisuke Haruka Jun Kenji Mei Naomi Ren Satoshi Thi-Lan Xiu-Ying Yuki Bao Chiyo Eiji
      Fumiko Hideo Jiro Keiko Linh Minh Natsuki Rina Sakura Takeshi Wei`),
    family: words(`
      Abe Chen Fujita Huang Ishikawa Kim Lin Matsuda Nguyen Park Tanaka Wang Aoki Endo Hayashi
      Inoue Kobayashi Liu Maeda Morita Nakamura Ogawa Pham Sato Tran Yamada`),
    places: [
      ['Kanazawa', 'Japan', '+81'],
      ['Taichung', 'Taiwan', '+886'],
      ['Da Nang', 'Vietnam', '+84'],
    ],
  },
  {
    given: words(`
      Amélie Baptiste Cécile Étienne François Gaëlle Hélène Jérôme Loïc Noémie Solène Théo
      Aurélie Benoît Clémence Damien Élodie Fabrice Gilles Inès Juliette Laurent Mathilde
      Pascal Rémi Véronique`),
    family: words(`
      Béranger Chevallier Delacroix Faure Garnier Hébert Lefèvre Marchand Noël Pélissier
      Rousseau Vasseur Allard Bourgeois Carpentier Deschamps Fontaine Girard Humbert Lacroix
      Mercier Paquet Renaud Sauvage Tessier Vidal`),
    places: [
      ['Nantes', 'France', '+33'],
      ['Liège', 'Belgium', '+32'],
      ['Québec', 'Canada', '+1'],
    ],
  },
  {
    given: words(`
      Abigail Callum Deirdre Fergus Gwen Harriet Isobel Lachlan Maeve Nora Rhys Siobhán
      Alasdair Bronwen Ciara Declan Eleanor Fiona Gareth Hamish Imogen Killian Lorna Morag
      Nial Tamsin`),
    family: words(`
      Abernathy Blackwood Carrick Doherty Fairweather Gallagher Hughes Llewellyn MacLeod
      O’Rourke Sinclair Thornbury Ashworth Brannigan Cavendish Drummond Fitzgerald Hargreaves
      Kavanagh Lockhart Merriweather Pemberton Rafferty Strachan Trevelyan Whitcombe`),
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
