/** Words before or after a name that are not the name. Facts about usage, gathered by us. */
export const titleWords: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx dr prof professor doctor sir dame lord lady rev reverend fr father hon rabbi
  herr frau fraulein dipl ing dott dottore dottoressa sig signor signora signorina ingegnere avv
  sr sra srta senor senora senorita don dona dra lic licenciado licenciada
  m mme mlle monsieur madame mademoiselle maitre me
  pan pani gospodin gospozha hra fru`.split(/\s+/),
)

export const suffixWords: ReadonlySet<string> = new Set(
  `jr junior sr senior ii iii iv phd md mba msc bsc ma ba esq cpa pmp jd llm llb dds rn mag dipl
  filho neto obe cbe mbe kbe frs cissp cfa`.split(/\s+/),
)

/** Belong to the family name after them, and say nothing alone. */
export const particleWords: ReadonlySet<string> = new Set(
  `de del della delle dei degli di da do dos das du des d la le les lo las los van von vom zu zum zur
  den der het ter ten te op af av bin ibn ben bint al el abu y e i und of the st san santa saint mac mc o`.split(
    /\s+/,
  ),
)

/** Words that say what kind of company it is, not which. */
export const companyWords: ReadonlySet<string> = new Set(
  `inc incorporated corp corporation co company llc llp lp ltd limited plc pllc gmbh mbh ag kg kgaa ohg ug ev eg
  sa sas sarl sasu srl spa snc sl slu sau sc sccl bv nv cv vof oy oyj ab as asa aps sp zoo z oo sro kft rt zrt doo
  ooo oao zao pao pty pvt private ltda eireli me epp holding holdings group groupe gruppe grupo gruppo
  international intl the and und et y e of de`.split(/\s+/),
)

/** Mailboxes of offices and offices of mailboxes; such a local part names nobody. */
export const officeMailboxes: ReadonlySet<string> = new Set(
  `info office contact contacto kontakt hello hallo hola mail email admin administration sales support help team
  service press presse jobs careers hr billing accounts enquiries inquiries reception secretary noreply no-reply
  post webmaster postmaster`.split(/\s+/),
)

/** Providers whose mail domain says nothing about where somebody works. */
export const publicMailDomains: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com yahoo.com ymail.com rocketmail.com hotmail.com outlook.com live.com msn.com aol.com
  icloud.com me.com mac.com gmx.de gmx.net gmx.com gmx.at gmx.ch web.de t-online.de freenet.de mail.com mail.ru
  yandex.ru yandex.com bk.ru list.ru inbox.ru protonmail.com proton.me pm.me fastmail.com fastmail.fm hey.com
  zoho.com tutanota.com posteo.de mailbox.org orange.fr wanadoo.fr free.fr sfr.fr laposte.net libero.it virgilio.it
  tiscali.it alice.it terra.es telefonica.net sapo.pt uol.com.br bol.com.br terra.com.br wp.pl onet.pl o2.pl interia.pl
  qq.com 163.com 126.com naver.com yahoo.co.uk yahoo.de yahoo.fr yahoo.es yahoo.it hotmail.co.uk hotmail.fr
  hotmail.de hotmail.es hotmail.it outlook.de outlook.fr outlook.es live.co.uk live.fr btinternet.com sky.com
  comcast.net verizon.net att.net sbcglobal.net bigpond.com shaw.ca rogers.com`.split(/\s+/),
)
