/** An East Asian encoding with the characters its texts are full of. */
interface MultiByte {
  readonly label: string;
  readonly frequent: ReadonlySet<string>;
}

const KANA =
  'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだでどばびぶべぼぱぴぷぺぽっゃゅょアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンガギグゲゴザジズゼゾダデドバビブベボパピプペポッャュョァィェォー';
const KANJI =
  '日一人年大十二本中長出三時行見月後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞車何南万毎白天母火右読友左父雨田村井藤佐鈴橋渡辺伊林加吉斎福浜河野石松原和清森池崎島岡谷口内部新社会株式番号住所氏県市区町丁目国地方物品数量価格合計注文';
const HANZI =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运李陈刘杨黄赵吴周徐孙朱胡林郭何高罗号省县元价姓址州京广';
const HANZI_TRADITIONAL =
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運李陳劉楊黃趙吳周徐孫朱胡林郭羅號省縣元價姓址州台灣';
const HANGUL =
  '이다는의에가을로하고지도한은기리사를인시스대어자나해라서아일그수과정보여전부상원국구으장동신주들니만공성무제었있면것소안영마게조관비우미계내모거습생경선유적연화문할위되요년야중트세김박최강윤임오홍황송류희진현민재호석철순옥숙번명북남울산천광역군읍로길';
const PUNCTUATION = '　、。，．・「」『』（）！？：；～－';

const MULTI_BYTE: readonly MultiByte[] = [
  { label: 'shift_jis', frequent: new Set(KANA + KANJI + PUNCTUATION) },
  { label: 'euc-jp', frequent: new Set(KANA + KANJI + PUNCTUATION) },
  { label: 'euc-kr', frequent: new Set(HANGUL + PUNCTUATION) },
  { label: 'gb18030', frequent: new Set(HANZI + PUNCTUATION) },
  { label: 'big5', frequent: new Set(HANZI_TRADITIONAL + PUNCTUATION) },
];

export interface MultiByteGuess {
  readonly label: string;
  /** Share (0–1) of the characters beyond ASCII that are frequent ones. */
  readonly share: number;
  /** Characters beyond ASCII. */
  readonly count: number;
  /** Runs of them. */
  readonly runs: number;
}

/** The East Asian encodings under which the bytes are well-formed, the most fluent text first. */
export function multiByteGuesses(bytes: Uint8Array): readonly MultiByteGuess[] {
  return MULTI_BYTE.map((encoding) => guess(bytes, encoding))
    .filter((one) => one !== null)
    .toSorted((a, b) => b.share - a.share);
}

/** Broken characters that a damaged file may have, as a share of all. */
const BROKEN = 0.005;

function guess(bytes: Uint8Array, { label, frequent }: MultiByte): MultiByteGuess | null {
  const text = new TextDecoder(label).decode(bytes, { stream: true });
  let count = 0;
  let hits = 0;
  let broken = 0;
  let runs = 0;
  let inRun = false;
  for (const char of text) {
    const wide = char > '\u007f';
    if (wide && !inRun) runs++;
    inRun = wide;
    if (!wide) continue;
    count++;
    if (frequent.has(char)) hits++;
    else if (char === '\ufffd') broken++;
    // Half-width katakana and characters of private use are what Latin letters turn into.
    else if ((char >= '\uff61' && char <= '\uff9f') || (char >= '\ue000' && char <= '\uf8ff'))
      hits -= 0.5;
  }
  if (count === 0 || broken > count * BROKEN) return null;
  return { label, share: hits / count, count, runs };
}
