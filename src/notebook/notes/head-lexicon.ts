/** Words by which a captured line says whom one met, folded, in five languages. Data for head.ts. */

const list = (words: string): readonly string[] => words.split('|').map((word) => word.trim())

/** Before a name, whatever its letters: a meeting is meant. */
const inFull = list(
  'met|met with|met up with|meet|saw|talked to|talked with|talk with|talk to|talking to|talking with|spoke to|spoke with|chatted with|chatted to|chat with|' +
    'chatting with|coffee with|lunch with|dinner with|breakfast with|drinks with|a drink with|tea with|beer with|beers with|walk with|walked with|call with|' +
    'phone call with|video call with|zoom with|zoom call with|called|phoned|ran into|bumped into|sat next to|sat beside|sitting next to|interviewed|interview with|' +
    'meeting with|conversation with|caught up with|catch up with|introduced to|heard from|email from|mail from|message from|letter from|correo de|mail de|mail von|introduced me to|visited|' +
    'conoci a|conoci|he conocido a|conocido a|hable con|hablando con|hablado con|hablamos con|quede con|quedado con|vi a|visto a|cafe con|un cafe con|cafecito con|comida con|' +
    'comi con|cene con|cena con|almuerzo con|almorce con|desayuno con|llamada con|llame a|charla con|charle con|charlando con|me encontre con|me encontre a|' +
    'encontre a|me cruce con|coincidi con|reunion con|entrevista con|videollamada con|paseo con|me presentaron a|cana con|' +
    "rencontre|j'ai rencontre|ai rencontre|rencontre avec|vu|j'ai vu|croise|j'ai croise|parle avec|j'ai parle avec|parle a|discute avec|j'ai discute avec|cafe avec|un cafe avec|" +
    'dejeuner avec|dejeune avec|diner avec|dine avec|appel avec|appele|entretien avec|rendez-vous avec|rdv avec|reunion avec|echange avec|visio avec|verre avec|fait la connaissance de|' +
    'traf|getroffen|treffen mit|kaffee mit|einen kaffee mit|mittagessen mit|mittag mit|abendessen mit|fruhstuck mit|essen mit|gesprach mit|gesprochen mit|sprach mit|telefonat mit|' +
    'telefoniert mit|videocall mit|call mit|anruf mit|mich mit|unterhalten mit|begegnete|spaziergang mit|bier mit|tee mit|neben|' +
    'conheci|conheci a|conheci o|falei com|falei com a|falei com o|conversei com|conversei com a|conversei com o|cafe com|cafe com a|cafe com o|um cafe com|almoco com|almocei com|jantar com|jantei com|encontrei|' +
    'phone call from|call from|text from|note from|dm from|dm with|texted|emailed|hung out with|sat with|stood next to|queued with|walked home with|shared a cab with|shared a taxi with|' +
    'me presento a|me presento al|me ha presentado a|mensaje de|llamada de|email de|carta de|me escribio|me ha escrito|me llamo|tomando algo con|tomar algo con|tome cafe con|tome un cafe con|cerveza con|canas con|' +
    'me tope con|me encontre al|conoci al|vi al|conocimos a|charlamos con|he hablado con|he quedado con|he visto a|desayune con|comiendo con|cenando con|cenamos con|comimos con|' +
    "m'a presente|nous a presente|nous a presentes a|message de|mail de|coup de fil de|coup de fil avec|appel de|lettre de|texto de|m'a ecrit|tombe sur|fait connaissance avec|bu un verre avec|un verre avec|" +
    'bu un cafe avec|pris un cafe avec|mange avec|discussion avec|conversation avec|bavarde avec|rencontre fortuite avec|apero avec|brunch avec|balade avec|' +
    'nachricht von|anruf von|e-mail von|brief von|whatsapp von|post von|verabredet mit|kurz mit|' +
    'apresentou-me a|apresentou-me ao|apresentou-me o|apresentou-me|me apresentaram a|me apresentaram o|me apresentaram|me apresentou a|me apresentou ao|me apresentou o|me apresentou|mensagem de|mensagem da|mensagem do|e-mail de|e-mail da|e-mail do|email da|email do|' +
    'telefonema de|telefonema da|telefonema do|ligacao de|ligacao da|ligacao do|ligacao com|recado de|recado da|recado do|bati um papo com|papo com|cruzei-me com|cruzei com|esbarrei com|tomei cafe com|tomei um cafe com|cerveja com|chope com|almocando com|' +
    'zap de|zap da|zap do|whatsapp de|whatsapp da|whatsapp do|sms de|dm de|audio de|audio da|audio do|encontrei a|encontrei o|encontrei-me com|estive com|chamada com|liguei para|liguei a|reuniao com|entrevista com|conversa com|vi o',
)

/** "coffee w/ Ana" and "call w Ana" are typed as often as "with". */
export const meetings: readonly string[] = inFull.flatMap((phrase) =>
  phrase.endsWith(' with')
    ? [phrase, phrase.replace(/ with$/, ' w/'), phrase.replace(/ with$/, ' w')]
    : phrase,
)

/** Before a name too, and before much else: "with care", "con prisa", "mit dem Zug". */
export const companions = list('with|w/|w|con|avec|mit|com|habe|hab|bin|hat mich|hat mir')

/** Named alone before a full name: "Zoom Ana Ruiz", "Kaffee Petra Klein". */
export const media = list(
  'call|phone|zoom|skype|facetime|teams|coffee|lunch|dinner|breakfast|chat|interview|meeting|email|llamada|cafe|comida|cena|reunion|appel|dejeuner|diner|entretien|anruf|kaffee|mittagessen|gesprach|telefonat|almoco|jantar|reuniao|conversa',
)

/** What stands first in a description of somebody without a name. */
export const determiners = new Set(
  list(
    'old|former|young|fellow|a|an|the|my|our|his|her|their|some|this|that|another|un|una|mi|el|la|su|nuestro|nuestra|otro|otra|une|mon|ma|le|son|sa|notre|votre|leur|ce|cette|' +
      'ein|eine|einen|einem|einer|mein|meine|meinen|meinem|meiner|der|die|dem|den|unser|unsere|unserem|unserer|unseren|seine|seiner|seinem|ihre|ihrer|ihrem|' +
      "um|uma|o|meu|minha|seu|sua|nosso|nossa|outro|outra|someone|somebody|alguien|quelqu'un|jemand|jemandem|jemanden|alguem",
  ),
)

export const articles = new Set(list('the|el|la|le|der|die|dem|den|o|a'))

/** Of what somebody is to somebody; never the first word of a name. */
export const relations = new Set(
  list(
    'friend|colleague|coworker|neighbour|neighbor|uncle|aunt|cousin|brother|sister|mother|father|mum|mom|dad|boss|flatmate|roommate|wife|husband|nephew|niece|mentor|classmate|' +
      'amigo|amiga|colega|vecino|vecina|tio|tia|primo|prima|hermano|hermana|madre|padre|jefe|jefa|companero|companera|' +
      'ami|amie|collegue|voisin|voisine|oncle|tante|cousine|frere|soeur|mere|pere|chef|patron|' +
      'freund|freundin|kollege|kollegin|kollegen|nachbar|nachbarin|nachbarn|onkel|cousin|bruder|schwester|mutter|vater|chefin|mitbewohner|mitbewohnerin|' +
      'vizinho|vizinha|irmao|irma|mae|pai|chefe|' +
      "someone|somebody|woman|man|guy|girl|boy|lady|gentleman|stranger|alguien|senora|senor|mujer|hombre|chica|chico|quelqu'un|femme|homme|dame|fille|garcon|jemand|mann|frau|alguem|senhora|senhor|mulher|homem|moca|rapaz",
  ),
)

export const titles = new Set(
  list(
    'dr|dra|prof|professor|professora|profesora|mr|mrs|ms|miss|sir|maitre|maestro|frau|herr|herrn|sr|sra|srta|don|dona|doña|mme|mlle|monsieur|madame|m',
  ),
)

/** Before a place; `on` and its kin never lead to a house one works for. */
export const places = new Set(
  list(
    'on|at|in|over|by|during|outside|near|behind|en|dans|a|au|aux|sur|chez|pendant|lors|im|am|an|auf|bei|beim|wahrend|per|vor|no|na|em|nos|nas|num|numa|durante|pelo|pela|por',
  ),
)

/** Before the house somebody works for, when a name or a role stands before it. */
export const houses = new Set(list('at|@|from|en|de|del|chez|bei|beim|von|vom|na|no|em|da|do|of'))

/** Where a place or a description is over. */
export const stops = new Set(
  list(
    'about|re|regarding|who|which|whose|and|but|she|he|they|we|i|it|works|working|runs|said|says|told|through|via|because|when|where|from|whom|thanks|yesterday|today|tonight|' +
      'sobre|acerca|que|quien|y|pero|ella|ellos|trabaja|dijo|dice|ayer|hoy|gracias|cuando|yo|' +
      "qui|et|mais|elle|il|travaille|dit|hier|grace|aujourd'hui|je|" +
      'uber|und|aber|sie|er|arbeitet|sagt|sagte|gestern|heute|getroffen|kennengelernt|gesprochen|gesehen|unterhalten|telefoniert|begegnet|wegen|ich|wir|dank|' +
      "me|m'a|m'ont|j'ai|t'a|lui|hat|hab|habe|erzahlt|erzahlte|meinte|asks|asked|" +
      'propos|quem|ele|ela|trabalha|disse|diz|ontem|hoje|gracas|eu|com|con|with|mit|avec',
  ),
)

/** Capitalised first words that are no names, and things one is with that are no people. */
export const notNames = new Set(
  list(
    'coffee|lunch|dinner|breakfast|call|meeting|train|today|yesterday|tonight|notes|note|idea|ideas|great|good|nice|long|short|quick|lovely|interesting|talk|chat|learned|learnt|remember|ask|' +
      'call|thanks|thank|monday|tuesday|wednesday|thursday|friday|saturday|sunday|conference|workshop|after|before|finally|just|first|last|new|people|two|three|dos|tres|deux|trois|zwei|drei|dois|duas|everyone|friends|them|us|him|me|you|' +
      'care|milk|sugar|love|joy|lot|bit|what|wow|hello|hi|ok|okay|read|work|life|time|money|todo|question|advice|fact|salary|pay|hours|' +
      'cafe|comida|cena|reunion|llamada|ayer|hoy|idea|gente|amigos|nota|notas|prisa|tiempo|gracias|hola|buena|buen|gran|lunes|martes|miercoles|jueves|viernes|sabado|domingo|conmigo|mucho|mucha|gusto|carino|amor|ellos|ellas|todos|trabajo|tren|leche|' +
      'rencontre|dejeuner|diner|hier|bonjour|merci|super|belle|bon|bonne|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|eux|elles|tous|moi|toi|lui|plaisir|' +
      'kaffee|mittagessen|gestern|heute|treffen|gesprach|zug|bahn|bus|auto|fahrrad|leuten|freunden|kollegen|allen|ihm|ihr|ihnen|uns|mir|hunger|tag|tagen|woche|wochen|zeit|gutes|tolles|gute|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|milch|' +
      'morgen|vormittag|nachmittag|abend|manana|tarde|noche|matin|soir|manha|noite|morning|evening|afternoon|' +
      'almoco|jantar|reuniao|ontem|hoje|pessoas|calma|pressa|obrigado|obrigada|trabalho|comboio|trem|eles|elas|leite',
  ),
)

/** Between two people who were there. */
export const connectors = new Set(list('and|y|e|et|und|&|+'))

/** What one talks through, and no place where people meet: "por teléfono", "auf LinkedIn". */
export const throughWhat = new Set(
  list(
    'phone|telephone|telefono|telefon|telefone|email|e-mail|mail|zoom|teams|skype|facetime|whatsapp|linkedin|slack|video|videollamada|visio|telefonata|instagram|twitter|signal|telegram|chat|sms|internet|online',
  ),
)
