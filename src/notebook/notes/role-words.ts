import { fold } from '../../kit/text.ts'

/** What somebody does and where, as it is written in one breath: "UX at Acme", "enfermera en La Paz". */
export interface Standing {
  readonly role: string | null
  readonly organisation: string | null
}

/** Beginnings of words for work, folded, in five languages; a word that begins so is taken for a role. */
const stems =
  'manager director direktor directeur directrice engineer ingenier ingenieur engenheir designer disenador diseno developer desarrollador entwickler ' +
  'developpeu desenvolvedor programmer programador nurse enfermer infirmier pfleger krankenschwester teacher profesor professor professeu lehrer maestr enseignant ' +
  'judge juez jueza richter juiz police policia polizist bombero soldier sculptor escultor dancer bailarin singer cantante sanger florist luthier surgeon cirujan chirurg cirurgia pediatr kinderarzt optician radiograph physio fisioterap kine ' +
  'banker broker auditor notar mechanic mecanic mechaniker mecanicien welder albanil maurer waiter waitress camarer kellner serveu hairdresser peluquer coiffeu friseur cabeleireir archivist archiver archivar arquivist statistic diplomat interpret dolmetsch ' +
  'copywriter animator watchmaker relojer uhrmacher zahnarzt tierarzt veterinari blogger puppeteer beekeeper apicult imker ' +
  'enfermeir carpinteir cozinheir jardineir bibliotecari advogad researcher investigador forscher chercheu pesquisador conservat konservator restaurador restaurator restaurateu restauratrice curator kurator curador hydrolog biolog geolog ' +
  'psycholog psicolog sociolog anthropolog archaeolog arqueolog archeolog radiolog chemist quimic chemiker chimiste lawyer abogad avocat anwalt rechtsanwalt advogad architect ' +
  'arquitect architekt arquitet journalist periodista jornalista analyst analista analyste consult berater recruiter reclutador recrutador recruteu editor editeu editrice lektor writer ' +
  'escritor ecrivain schriftsteller student estudiante etudiant studier praktikant stagiaire becari estagiari founder fundador grunder fondateu fondatrice ' +
  'cocinero cocinera cozinheir cuisinier koch panader backer boulanger padeir carpenter carpinter charpentier tischler schreiner menuisier farmer agricult landwirt pilot midwife partera ' +
  'sage-femme hebamme therapist terapeut therapeut therapeute doctor medico medica medecin arzt arztin dentist dentista veterinar veterinair librarian bibliotecari bibliothekar bibliothecaire ' +
  'translator traductor tradutor traducteu traductrice ubersetzer photographer fotograf photograph producer productor produtor producteu scientist cientific cientista wissenschaftler scientifique ' +
  'barista driver conductor chauffeur electrician electricista elektriker accountant contable comptable buchhalter contador contabilista coach trainer trainee president presidente chairman ' +
  'assistant asistente assistent secretar sekretar officer volunteer voluntari freelanc economist economista okonom physicist fisic physiker mathematic matematic bookbinder ' +
  'encuadernador buchbinder gardener jardiner gartner plumber fontaner musician music musiker actor actriz schauspieler artist artista kunstler painter pintor maler tailor sastre ' +
  'barber baker cook technician tecnic techniker technicien postdoc lecturer dozent undergraduate apprentice aprendiz azubi apprenti supervisor coordinator coordinador coordenador koordinator ' +
  'specialist especialista spezialist illustrator ilustrador illustrateu pharmacist farmaceutic apotheker pharmacien paramedic social-worker sozialarbeiter trabajador surveyor planner planificador publisher ' +
  'verlegerin verleger diretor taxist taxista taxifahrer bombeir pompier feuerwehr couturi costureir costurer modist schneider encanador canalizador plombier klempner pedreir zapater cordonnier schuster sapateir ' +
  'notary notari notaire broadcaster presenter comedian novelist poet playwright screenwriter forester zookeeper butcher fishmonger brewer winemaker sommelier bartender optometrist caretaker janitor cashier salesperson ' +
  'salesman saleswoman realtor trader actuary underwriter strategist merchandiser stylist choreograph composer violin pianist cellist drummer guitarist carnicer metzger boucher talhante pescador fischer pecheur ' +
  'orthophon logopad logoped podolog osteopat vendedor vendeu verkaufer funcionari fonctionnaire beamter beamtin fremdenfuhrer reiseleiter comerciante commercant ' +
  'zimmermann geigenbau instrumentenbau goldschmied orfebre joaillier ourives silversmith goldsmith ceramist ceramicist urbanist stadtplaner locutor realizador cineast regisseur realisateu ' +
  'guionist roteirist statik nageu merceei surfist moderator ganader eleveu agronom perito socorrist rettungssanitat'
const exact = new Set(
  (
    'ux ui cto ceo cfo coo cmo cpo hr pm po qa vp it ai ml pr phd lead head chief chef dev devops design research data software marketing sales product finance legal ' +
    'product-manager owner partner boss jefa jefe chefin leiter leiterin leitung responsable encargada encargado gerente chefe vet cook retired jubilada jubilado rentner rentnerin retraite retraitee aposentado aposentada ' +
    'musico musica actor md phd tech ops crm seo b2b juge juges rrhh rh socio socia socios socias associe associee associes perita guia clerk captain ranger builder roofer agent buyer mason profe comadrona personalabteilung'
  ).split(' '),
)
const stemList = stems.split(' ')

const sciences = /(?:trice|ologist|ologue|ologo|ologa|ologe|ologin|iatrist|iatra|grapher|ographe)$/

export function isRoleWord(word: string): boolean {
  const folded = fold(word)
  return (
    exact.has(folded) || sciences.test(folded) || stemList.some((stem) => folded.startsWith(stem))
  )
}

/** Words between a role and an organisation, the surest first. */
const between = [
  /\s(?:at|@|chez|bei|beim)\s+/iu,
  /\s(?:en|na|no|em)\s+/iu,
  /\s(?:from|à|au|im|am|in|with|para|for|für)\s+(?=(?:the |la |el |der |die |das )?[\p{Lu}\p{Lo}])/u,
  /\s(?:de|del|von|vom|da|do|du|des|of)\s+(?=[\p{Lu}\p{Lo}])/u,
]
const alone =
  /^(?:who )?(?:works? |working |trabaj[ao] |travaille |arbeitet |trabalha )?(?:at|@|from|with|chez|de chez|bei|beim|von|en|de|del|na|no|em|da|do|à|au)\s+(?=\S)/iu
const filler =
  /^(?:(?:who )?(?:is|she is|he is|she's|he's|es|est|ist|é|works as|trabaja de|trabaja como|arbeitet als|als|as|como|comme|now|a|an|una?|une|eine?|uma?)\s+)+/iu
/** Small, or it is part of the name ("La Paz"). */
const article = /^(?:(?:the|la|le|el|los|las|les|der|die|das|dem|den|o|a|os|as)\s+|l['’])(?=\S)/u

/** Reads "UX at Acme", "from Acme", "head of UX" or "Acme": the words of one clause. */
export function standingOf(clause: string): Standing {
  const words = clause.trim()
  const place = alone.exec(words)
  if (place) return { role: null, organisation: organisationFrom(words.slice(place[0].length)) }
  for (const word of between) {
    const found = word.exec(words)
    if (!found) continue
    const role = roleFrom(words.slice(0, found.index))
    const organisation = organisationFrom(words.slice(found.index + found[0].length))
    if (organisation) return { role, organisation }
  }
  return loneStanding(words)
}

/** No word between: a known role, with the name of a house behind it if there is one ("UX Acme"). */
function loneStanding(words: string): Standing {
  const parts = words.split(/\s+/u)
  const lastRole = parts.findLastIndex(isRoleWord)
  if (lastRole === -1) {
    return /^\p{Lu}/u.test(words) && parts.length <= 5
      ? { role: null, organisation: words }
      : { role: roleFrom(words), organisation: null }
  }
  const rest = parts.slice(lastRole + 1).join(' ')
  if (!/^\p{Lu}/u.test(rest)) return { role: roleFrom(words), organisation: null }
  return {
    role: roleFrom(parts.slice(0, lastRole + 1).join(' ')),
    organisation: organisationFrom(rest),
  }
}

function roleFrom(words: string): string | null {
  const role = words.replace(filler, '').trim()
  return role === '' ||
    /^(?:works?|working|trabaj[ao]|travaille|arbeitet|trabalha|who|is)$/iu.test(role)
    ? null
    : role
}

function organisationFrom(words: string): string | null {
  const organisation = words
    .replace(article, '')
    .replace(/[\s.,;:!?]+$/u, '')
    .trim()
  return organisation === '' ? null : organisation
}
