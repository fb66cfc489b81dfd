/**
 * How often each letter beyond ASCII stands in a text of a language, per mille of all such letters,
 * lower case. Enough to tell which language, and so which code page, a handful of them belongs to.
 */
const FREQUENCIES = {
  sv: 'ä370 ö300 å290 é25 ü8 à3 è2 ô1',
  nb: 'å450 ø350 æ120 é35 ö12 ü8 ò5 ô5 ä5 è3',
  da: 'å380 ø310 æ270 é25 ö5 ü5',
  fi: 'ä840 ö120 å20 é8 š4 ü4 ž2',
  is: 'ð290 á140 í125 þ110 ó80 æ70 ö65 é50 ú50 ý20',
  de: 'ü420 ä250 ö190 ß125 é10 è2 à2',
  fr: 'é530 à170 è100 ê75 ç35 ô22 û20 ù18 â18 î16 œ8 ë7 ï6 ü2 ÿ1 æ1',
  es: 'ó275 í240 á175 é145 ñ105 ú58 ü5',
  pt: 'ã230 ç165 á140 é130 í95 ó80 ê55 õ50 ú38 à30 â25 ô18 ü2',
  it: 'à370 è320 ù100 ò95 é60 ì58 ç2 ü2',
  nl: 'ë480 é250 ï140 ö35 ó30 è30 ü20 ê10 á8 ç5',
  ca: 'à200 é180 è160 ó150 í120 ç80 ò60 ú30 ï15 ü8',
  ga: 'á300 í250 é170 ó165 ú115',
  sq: 'ë890 ç110',
  cs: 'í225 á175 ě115 é95 ř85 ž72 ý72 č70 š62 ů45 ú8 ň6 ó4 ť4 ď3 ö1 ü1',
  sk: 'á190 í150 ý105 č105 ž95 é90 š90 ú80 ľ38 ť38 ô16 ď13 ň12 ó10 ä9 ŕ2 ĺ2',
  pl: 'ł250 ę145 ą130 ó120 ż110 ś95 ć55 ń40 ź15',
  hu: 'á330 é320 ö95 ó95 ő80 í45 ü45 ú28 ű18',
  hr: 'š270 č250 ž200 ć190 đ85',
  sl: 'č370 š325 ž285 ć8 đ4',
  ro: 'ă400 ţ180 ş170 î155 â80',
  roComma: 'ă400 ț180 ș170 î155 â80',
  tr: 'ı310 ü140 ş120 ğ85 ç80 ö70 İ40 â5 î2',
  lt: 'ė260 ų180 š170 ž110 ū75 į75 č70 ą65 ę25',
  lv: 'ā380 ī155 ē155 š95 ņ60 ū45 ļ40 ž30 ķ13 č12 ģ8',
  et: 'ä370 õ250 ü230 ö120 š9 ž6',
  mt: 'ħ360 ż230 ġ220 ċ130 à40',
  ru: 'о109 е85 а80 и74 н67 т63 с55 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 ь17 г17 з16 б16 ч14 й12 х10 ж9 ш7 ю6 ц5 щ4 э3 ф3 ё1 ъ1',
  uk: 'о94 а81 н65 и61 і57 т54 в53 е49 р47 с41 к37 л36 д33 у33 м31 п29 я25 з22 ь18 б17 г16 ч14 х12 й12 ц9 ж8 ю8 ї8 ш7 є6 щ4 ф3 ґ1',
  be: 'а160 н70 і65 к45 с50 р45 л40 о45 е45 т35 я50 ы40 у40 д35 в30 м30 п28 б18 г18 з22 ц30 э15 й12 ь15 ч15 ў15 х10 ш10 ж9 ю6 ф3 ё6',
  bg: 'а118 и95 о90 е86 т76 н70 р52 с49 в44 к35 л34 д33 п29 м25 з21 я19 ъ18 г17 б15 у15 ч13 ц9 ж7 й7 щ6 х6 ш5 ф3 ю2',
  sr: 'а118 и97 о90 е88 н55 р51 ј50 с49 т43 у42 д38 к37 в35 м34 л32 п28 з18 г17 б15 ч10 ш9 ц8 ћ7 њ7 ж6 х6 љ5 ђ3 ф2 џ1',
  el: 'α110 ο92 ε82 ι80 τ80 ν64 η50 σ49 υ43 ρ40 π40 κ40 ς39 μ33 λ29 ί28 ά25 ό22 έ20 ω18 δ17 γ17 ή17 θ12 χ12 ύ10 φ9 ώ8 β7 ζ4 ξ4 ψ2 ϊ1',
  he: 'י110 ה108 ו104 ל70 א63 ר56 ת50 ב48 מ48 ש43 ע34 ם30 נ28 ד25 ח24 ק21 כ20 פ16 ס15 ג13 ז13 ן12 ט12 צ12 ך8 ף2 ץ1',
  ar: 'ا160 ل115 ي75 م60 ن60 و60 ر50 ت45 ب38 ع38 ة35 ه35 د30 ف28 س25 ق24 أ23 ك22 ح20 ج14 ش11 ص11 ى11 ط10 خ9 ض8 إ8 غ6 ز6 ث6 ذ5 ئ4 ء4 ظ3 آ3 ؤ2 پ2 چ1 گ4 ژ1 ک2 ی2',
  th: 'า104 น80 เ75 ร75 อ63 ก54 ล50 ม46 ย40 ว38 ง38 ด32 ท30 ต29 ส29 บ26 ค24 ป20 แ19 ห18 จ15 ะ15 ใ12 ไ12 โ12 พ18 ข15 ช14 ถ8 ผ8 ซ8 ฟ6 ธ6 ณ5 ศ6 ภ4 ญ3 ำ8 ษ3 ฐ2 ิ28 ี24 ั30 ่40 ้32 ์14 ื12 ุ12 ู10 ็8 ึ6',
} as const;

export type Language = keyof typeof FREQUENCIES;

const SHARES: ReadonlyMap<Language, ReadonlyMap<string, number>> = new Map(
  Object.entries(FREQUENCIES).map(([language, list]) => [language as Language, toShares(list)]),
);

function toShares(list: string): ReadonlyMap<string, number> {
  const pairs = list.split(' ').map((item) => [item[0] as string, Number(item.slice(1))] as const);
  const sum = pairs.reduce((total, [, count]) => total + count, 0);
  return new Map(pairs.map(([letter, count]) => [letter, count / sum]));
}

/** How much of a text is names from the neighbours' languages, and from anywhere. */
const NEIGHBOURS = 0.07;
const ANYWHERE = 0.0008;

/**
 * Logarithm of how likely a letter is in each of some languages that share a code page: mostly as in
 * the language itself, a little as in the others.
 */
export function letterOdds(
  languages: readonly Language[],
): ReadonlyMap<Language, (letter: string) => number> {
  const shares = languages.map((language) => SHARES.get(language) ?? new Map<string, number>());
  const mean = (letter: string): number =>
    shares.reduce((sum, share) => sum + (share.get(letter) ?? 0), 0) / shares.length;
  return new Map(
    languages.map((language, i) => [
      language,
      (letter) =>
        Math.log(
          (shares[i]?.get(letter) ?? 0) * (1 - NEIGHBOURS) + mean(letter) * NEIGHBOURS + ANYWHERE,
        ),
    ]),
  );
}

/**
 * Share of a Latin language's letters that are beyond ASCII, and how rarely a file is in it
 * (a logarithm; 0 where absent).
 */
export const LATIN_LANGUAGES: ReadonlyMap<
  Language,
  { readonly density: number; readonly prior?: number }
> = new Map([
  ['sv', { density: 0.045 }],
  ['nb', { density: 0.03 }],
  ['da', { density: 0.03 }],
  ['fi', { density: 0.045 }],
  ['is', { density: 0.12, prior: -1 }],
  ['de', { density: 0.02 }],
  ['fr', { density: 0.035 }],
  ['es', { density: 0.025 }],
  ['pt', { density: 0.04 }],
  ['it', { density: 0.01 }],
  ['nl', { density: 0.004, prior: -1 }],
  ['ca', { density: 0.03, prior: -1.5 }],
  ['ga', { density: 0.05, prior: -2 }],
  ['sq', { density: 0.06, prior: -2.5 }],
  ['cs', { density: 0.12 }],
  ['sk', { density: 0.1 }],
  ['pl', { density: 0.06 }],
  ['hu', { density: 0.1 }],
  ['hr', { density: 0.03 }],
  ['sl', { density: 0.03 }],
  ['ro', { density: 0.05 }],
  ['roComma', { density: 0.05 }],
  ['tr', { density: 0.09 }],
  ['lt', { density: 0.06 }],
  ['lv', { density: 0.085 }],
  ['et', { density: 0.04, prior: -1 }],
  ['mt', { density: 0.04, prior: -2 }],
]);
