import { fold } from '../../kit/text.ts'

/**
 * The words that address books use for their columns, in the languages they are exported in. A name
 * of a column is read as a whole, or else as these words with a place ("home", "work") taken out, so
 * that "Telefon geschäftlich 2", "Business Phone 2" and "Téléphone 2 (bureau)" need one entry each.
 */
const wordsOfColumns = {
  given:
    'first name|first|given name|forename|vorname|prenom|imie|etunimi|krstne meno|имя|名|名字|primeiro nome|n given|givenname|voornaam|fornavn|nombre de pila',
  additional:
    'middle name|middle|additional name|weitere vornamen|zweiter vorname|deuxieme prenom|segundo nombre|nome do meio|secondo nome|drugie imie|dalsie meno|中間名|n middle',
  family:
    'last name|last|family name|surname|nachname|familienname|nom de famille|apellidos|apellido|cognome|sobrenome|ultimo nome|nazwisko|sukunimi|priezvisko|фамилия|姓|姓氏|n family|achternaam|efternamn|etternavn',
  full: 'full name|display name|anzeigename|nom a afficher|nombre en pantalla|mostrar nome|nome visualizzato|nome completo|nombre completo|nom complet|naytettava nimi|nayttonimi|zobrazovane meno|отображаемое имя|顯示名稱|n fn',
  name: 'name|nom|nombre|nome|naam',
  prefix: 'name prefix|prefix|anrede|salutation|greeting|civilite|tratamiento|n prefix|頭銜',
  suffix: 'name suffix|suffix|suffixe|sufijo|suffisso|sufixo|pripona|n suffix',
  nickname:
    'nickname|nick|spitzname|surnom|apodo|soprannome|apelido|przydomek|prezyvka|lempinimi|псевдоним|暱稱',
  maiden: 'maiden name|geburtsname|nom de jeune fille|apellido de soltera|nome da nubile',
  spokenGiven: 'phonetic first name|given name yomi|ausspracheform vorname',
  spokenAdditional: 'phonetic middle name|additional name yomi',
  spokenFamily: 'phonetic last name|family name yomi|ausspracheform nachname',
  pronunciation: 'pronunciation|yomi name',
  titleOrPrefix: 'title|titel|titre|titulo|titolo|tytul|titul',
  title:
    'job title|organization title|position|poste|puesto|cargo|qualifica|posizione|stanowisko|ammattinimi|funkcia|berufsbezeichnung|beruf|job|profession|occupation|profesion|professione|profissao|zawod|beroep|metier|fonction|funktion|titolo di lavoro|功能|職稱|role|rolle|functie',
  organisation:
    'company|company name|organization|organisation|organization name|firma|unternehmen|entreprise|societe|empresa|organizacion|organizacao|azienda|societa|organizzazione|jarjesto|spolocnost|organizacia|организация|公司|org name|bedrijf|employer',
  department:
    'department|dept|organization department|abteilung|service|departement|departamento|reparto|oddzial|oddelenie|osasto|部門|org unit',
  mail: 'e mail|email|mail|e mail address|email address|e mail adresse|email adresse|mail adresse|primary email|primary e mail|secondary email|alternate email|primare e mail adresse|sekundare e mail adresse|adresse messagerie|adresse e mail|adresse email|adresse electronique|adresse electronique principale|adresse electronique secondaire|courriel|correo electronico|direccion correo electronico|direccion correo electronico principal|direccion correo electronico secundaria|indirizzo e mail|indirizzo email|email principale|email secondaria|endereco e mail|endereco de e mail|endereco email|e mail primario|e mail secundario|adres e mail|e mailova adresa|sahkoposti|ensisijainen sahkoposti|toissijainen sahkoposti|адрес электронной почты|альтернативный адрес электронной почты|電子郵件地址|主要 email|次要 email|emailaddress',
  phone:
    'phone|phone number|telephone|telephone number|tel|telefon|telefonnummer|telefono|numero telefono|fone|telefone|telefoon|puhelin|телефон|電話|yahoo phone|tel other|rufnummer|kotipuhelin',
  mobile:
    'mobile|mobile phone|mobile number|cell|cell phone|mobil|mobiltelefon|mobilnummer|mobil tel nr|handy|portable|tel mobile|telephone mobile|movil|telefono movil|celular|cellulare|numero cellulare|telefono mobile|telefon komorkowy|mobilny telefon|matkapuhelinnumero|tel cell|номер сотового телефона|手機號碼|行動電話',
  fax: 'fax|fax number|fax nummer|telecopie|telecopieur|faks|numero fax|faksin numero|номер факса|傳真|傳真號碼|tel fax',
  pager:
    'pager|pager number|pager nummer|buscapersonas|recepteur radiomessagerie|numero cercapersone|numero pager|tel pager|номер пейджера|呼叫器|呼叫器號碼',
  car: 'car phone|autotelefon|telephone voiture|telefono auto|fone carro|tel car|汽車電話',
  main: 'primary|primary phone|main phone|haupttelefon|hauptnummer|telephone principal|telefono principal|telefono principale|fone primario|telefon glowny|primarny telefon|代表電話|tel prefer|company main phone|telefon firma',
  video: 'phone video',
  link: 'website|web site|web page|webpage|web|url|webseite|homepage|home page|site web|page web|pagina web|sito web|strona sieci web|webova stranka|verkkosivu|веб страница|網頁|website home page',
  blog: 'website blog|blog',
  profile: 'website profile|linkedin|linkedin url|profile url',
  message: 'im|instant messaging|messenger id|screen name|im address',
  aim: 'im aim|aim',
  icq: 'im icq|icq',
  jabber: 'im jabber|jabber|xmpp',
  msn: 'im msn|msn',
  skype: 'im skype|skype',
  yahoo: 'im yahoo|yahoo',
  whatsapp: 'whatsapp',
  telegram: 'telegram',
  street:
    'street|street address|address|street 2|street 3|strasse|rue|calle|via|rua|ulica|ulice|adresse|adresa|direccion|endereco|indirizzo|adres|katuosoite|osoite|адрес|街|住址|地址|street2',
  extended: 'extended address',
  box: 'po box|postfach|boite postale|apartado|p o box',
  locality:
    'city|town|ort|stadt|ville|ciudad|citta|cidade|miasto|mesto|kaupunki|город|市 鎮|市鎮|plaats|locality',
  region:
    'state|region|state province|province|bundesland|bundesland kanton|kanton|dep region|departement region|estado|provincia|wojewodztwo|okres|laani|штат|縣 市|縣市|regiao',
  postcode:
    'zip|zip code|zipcode|postal code|postcode|plz|postleitzahl|code postal|codigo postal|cap|cep|kod pocztowy|psc|postinumero|почтовый индекс|郵遞區號|postalcode',
  country:
    'country|country region|land|land region|pays|pays region|pais|pais o region|pais region|provincia o estado|provincia estado|nazione|nazione regione|kraj|kraj region|krajina oblast|stat|maa|страна|國家 地區|國家|countryname|regiao pais',
  birthday:
    'birthday|date of birth|geburtstag|anniversaire|date de naissance|cumpleanos|fecha de nacimiento|compleanno|data di nascita|data de nascimento|urodziny|narodeniny|生日|bday|verjaardag',
  birthYear:
    'birth year|geburtsjahr|annee de naissance|ano de nacimiento|anno di nascita|ano de nascimento|rok narodenia|syntymavuosi|год рождения|生日 年',
  birthMonth:
    'birth month|geburtsmonat|mois|mes de nacimiento|mese di nascita|mes de nascimento|mesiac narodenia|syntymakuukausi|месяц рождения|生日 月',
  birthDay:
    'birth day|jour|dia de nacimiento|giorno di nascita|dia de nascimento|den narodenia|syntymapaiva|день рождения|生日 日',
  anniversary:
    'anniversary|jahrestag|anniversaire de mariage ou fete|aniversario de bodas|anniversario|rocznica|vyrocie|紀念日',
  words:
    'notes|note|info|notizen|bemerkungen|remarques|notas|notatki|poznamky|muistiinpanot|заметки|記事|informacoes|comments|opmerkingen',
  labels:
    'labels|label|group membership|groups|group|categories|category|kategorien|kategorie|categorias|categorie|kategorieen|類別|tags|tag|etiketten|etiquetas',
  metOn:
    'connected on|verbunden am|date de connexion|connecte le|conectado el|fecha de conexion|conectado em|collegato il|data di collegamento|met on',
  metWhere: 'met where',
  metWords: 'how we met',
  metThrough: 'met through id',
  ownId: 'sobremesa id',
} as const

export type Meaning = keyof typeof wordsOfColumns

const meanings = new Map<string, Meaning>(
  Object.entries(wordsOfColumns).flatMap(([meaning, words]) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the table above
    words.split('|').map((word) => [plainHeader(word), meaning as Meaning] as const),
  ),
)

const places: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    home: 'home|privat|private|privatadresse|privato|domicile|casa|domicilio|residencia|residenza|particular|personal|perso|prive|privee|dom|domov|domowy|kodin|住家|居住',
    work: 'work|business|geschaftlich|geschaeftlich|dienstlich|arbeit|arbeitsadresse|bureau|professionnel|professionnelle|travail|trabajo|oficina|trabalho|comercial|lavoro|ufficio|biuro|sluzbowy|praca|prace|zamestnania|tyo|работа|раб|商務',
    other:
      'other|weitere|weiterer|weiteres|weiteres e|andere|anderer|autre|otro|otra|outro|outra|altro|altra|ine|iny|inne|其他',
  }).flatMap(([place, words]) => words.split('|').map((word) => [plainHeader(word), place])),
)

const fillers = new Set([
  'de',
  'del',
  'di',
  'da',
  'do',
  'du',
  'la',
  'le',
  'der',
  'des',
  'e',
  'o',
  'r',
  's',
  'adr',
  'one',
  'two',
])

/** A name of a column as it is compared: no case, no accents, no signs, one space between words. */
export function plainHeader(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(住家|居住|商務|其他)/g, ' $1 ')
    .replace(/ +/g, ' ')
    .trim()
}

/** What a column holds, of which place, and which of several it is; null if we know no such column. */
export function meaningOf(name: string): { meaning: Meaning; place: string | null } | null {
  const plain = plainHeader(name)
  const whole = meanings.get(plain)
  if (whole) return { meaning: whole, place: null }
  const tokens = plain.split(' ').filter((token) => !/^\d+$/.test(token))
  const place = tokens.map((token) => places[token]).find((one) => one !== undefined) ?? null
  const rest = tokens.filter((token) => places[token] === undefined)
  const meaning =
    meanings.get(rest.join(' ')) ??
    meanings.get(rest.filter((token) => !fillers.has(token)).join(' '))
  return meaning ? { meaning, place } : null
}
