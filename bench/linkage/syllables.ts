import type { Syllables } from './name-laws.ts'
import type { RegionName } from './regions.ts'

const list = (text: string) => text.trim().split(/\s+/)
const syllables = (beginnings: string, middles: string, endings: string): Syllables => ({
  beginnings: list(beginnings),
  middles: list(middles),
  endings: list(endings),
})

export const familySyllables: Readonly<Record<RegionName, Syllables>> = {
  english: syllables(
    `Ab Al Ar Bar Ben Blan Bor Brad Bran Bur Cal Car Chel Col Cor Cran Dal Den Dor Dun El Fan Far Fen Gar Gil Gran
    Had Hal Har Hol Hun Jer Ken Kir Lam Lin Lor Mal Mar Mel Nor Pal Pen Por Ran Red Rol San Shel Stan Tal Tor Vin
    War Wen Wil Yar`,
    'a be bi chi co den der do er fe gi ing ke la le li ma mi ne ning o ra ri ro se ster ta ti ver win',
    `berg bert bin bury by cock combe dale den der dock dy field ford gan gate ham hurst kin land leigh ler ley low man
    mer mond more nell ner ney per ridge ry ser shaw son ster stock ston ter tin ton way well wick win wood worth`,
  ),
  german: syllables(
    `Ach Al Am Ar Bart Beh Ber Bier Bohn Bran Brei Bu Dah Dei Diet Dör Ebe Eg Eh Fal Fei Fin Fleisch Fran Frie Ge Gie
    Grei Gro Gru Hab Hei Hel Herz Hil Höl Hun Ja Ka Kel Kie Klem Knap Kö Kra Krau Ku Lan Leh Lie Loh Mai Mei Mer Nag
    Nie Noll Pa Pfei Pla Pö Rau Rei Rie Rö Rup Schil Schle Schmal Scho Schrei Schu Sei Sie Som Stei Stie Stol Strau
    Tie Tra Uh Vo Wac Wei Wen Wie Win Zei Zie`,
    'be cke de der e el en fe gel ger he ke ker le len ler li me mel ne nen ner pe re ri se sen te tel ter ze',
    `bach bauer baum beck berg born burg dorf ert feld fer gart gel hardt hauer haus heim hold horn huber ich ing ke
    ken ker korn lein ler ling mann meier meister mer mühl ner nick ow pel penning per ring rich schmidt sen ser sky
    stein stock ter tke wald weg wig witz ze zer`,
  ),
  spanish: syllables(
    `A Abe Al Alba An Ara Ba Bar Be Ben Bo Bra Bui Ca Cal Can Car Ce Cer Co Con Cor Cue Do Du E Ela Es Fa Fe Fon
    Fra Ga Gal Go Gra Gue Her I Iba Ja Ju La Lan Le Lo Lu Ma Mar Me Men Mo Mon Na No O Or Pa Par Pe Pi Por Que Ra
    Re Ri Ro Sa San Se So Su Ta Te To Tru U Va Ve Vi Za Zu`,
    'ba be bre ca ce da de ga go la le li ma me mo na ne ni no ra re ri ro sa ta te ti to ve',
    `bal bar ca cedo cia co cón da dal darro de do dor dero ga gal gas go güez jo la lado les lla llo lo ma mas mera
    mo món na naga ñas nas nes no ños nte quer ra ral ras rez ro rrea ros sa so ta tán te tero to tos vedra ves yo za
    zo`,
  ),
  russian: syllables(
    `Ab Ak An Ar Ba Bal Be Bere Bo Bo Bra Bu Bul Che Chu Da De Do Du Er Fa Fi Fo Ga Ger Go Gor Gra Gu Il Is Ka Kal
    Kar Kha Kho Ki Kle Ko Kon Kra Kru Ku La Le Li Lo Lu Ma Mar Me Mi Mo Mu Na Ne Ni No Ob Or Pa Pe Pi Po Pro Pu Ra
    Ro Ru Sa Sav Se Sha She Shi Si So Ste Su Ta Te Ti To Tru Tu Ul Us Va Ve Vi Vo Ya Za Ze Zha Zhu Zo`,
    'ba ber bo da do fe go ka ke ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se ta te ti to va ve zi',
    `banov barov bin chev chenko chin chuk denko dov gin gov karev kharov khin kin kov kovsky lev likov lin lov
    makov min mov myakin nev nikov nin nov novsky pin pov ranov rev rin rov rshin ryakov sev shev shin shkin skoy
    sov sky tin tov tsev tsov vin vsky zhin zin zov`,
  ),
}

export const givenSyllables: Readonly<Record<RegionName, Syllables>> = {
  english: syllables(
    'A Bel Bri Ca Cla Da De Do E El Fay Ga Glo Ha Hol I Ja Je Jo Ka Kel La Le Lo Ma Mel My Na Ne O Ra Re Ro Sha Sy Ta Tre Va Vi Wy',
    'be di du la le li lo ma mi na ne ri ro sa ta vi',
    'bella bert by den die dra dith ford la lah len leigh line lis lon ly man mon na nelle nie ra rick rin ron ry sa sha son ta ton trice vin',
  ),
  german: syllables(
    'A Adel Al Arn Ber Brun Det Diet Ed El Er Frie Ge Ger Gi Gun Ha Hart He Hel Her Hil Il In Ja Ka Kla La Lo Lu Ma Mech Ni O Ot Re Ro Sieg Thea U Wal Wil',
    'a be de e hel i la le li lin ma mi ne ri se',
    'bert bold brecht da dis dolf fred gard gund hard helm ka ke la lie linde mar mut na ne nold ra rich rike rud run sa ta te trud win wine',
  ),
  spanish: syllables(
    'A Ade Al Ame Be Ber Ca Ce Cle Da De Do E El Es Fa Flo Ga Ge He I Ino Ja Ju La Le Lo Lu Ma Mar Mi Na Ne O Pa Ra Re Ro Sa Se Ta Te U Va Vi Yo',
    'be ce da de di la li lo me mi na ni ri ro se ta ti',
    'bel berto cio da dalia diego do dora fina gelio lena lia lina lio mar mingo mundo na nia nio no nor ra ria rina rio sa sio ta tín to vio ya',
  ),
  russian: syllables(
    'A Ag Al An Ar Bo Da De Di Do E Efi Fe Ga Ge Gle I In Ka Ki La Le Li Lu Ma Mi Mo Na Ne Ni O Pe Ra Ro Sa Se Ta Ti U Va Ve Vla Ya Za Zi',
    'fi go la le li mi na ne ni ri ro si ta',
    'bov da dim dor fia fim gor kadi kia la lav leb lian lina lor mir na nid nil nina ra rat rina sia slav ta tin toly tiana vel via ya zar',
  ),
}
