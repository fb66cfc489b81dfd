import { describe, expect, test } from 'vitest';
import { createDecoder } from './createDecoder.ts';
import { detectEncoding } from './detectEncoding.ts';
import { DOUBTFUL_ENCODING } from './EncodingGuess.ts';
import { encodeAs } from './encodeAs.fixture.ts';

const decoded = (bytes: Uint8Array, encoding: string): string =>
  createDecoder(encoding).decode(bytes);

/** A few rows as they stand in customer lists; the encodings such files were found in. */
const TEXTS: readonly (readonly [language: string, text: string, encodings: string])[] = [
  [
    'Swedish',
    'Kundnr;Namn;Ort\n1;Åsa Sjögren;Malmö\n2;Björn Öberg;Växjö\n3;Håkan Lövgren;Örebro\n4;Märta Åkesson;Gävle\n',
    'windows-1252 macintosh ibm850',
  ],
  [
    'Norwegian',
    'Navn;Sted\nPål Sørensen;Tromsø\nÅse Bjørnstad;Ålesund\nKåre Næss;Bodø\nBjørn Ødegård;Røros\n',
    'windows-1252 macintosh ibm850',
  ],
  [
    'Danish',
    'Navn,By\nSøren Kjær,Århus\nBørge Møller,Sønderborg\nÆgir Østergård,Næstved\nJørgen Ågård,Køge\n',
    'windows-1252 ibm850',
  ],
  [
    'Finnish',
    'Nimi;Kaupunki\nPäivi Hämäläinen;Jyväskylä\nJyrki Mäkelä;Hämeenlinna\nÄijö Särkkä;Seinäjoki\n',
    'windows-1252 ibm850',
  ],
  [
    'Icelandic',
    'Nafn;Staður\nÞórður Guðmundsson;Reykjavík\nSigríður Ólafsdóttir;Ísafjörður\nÆvar Jónsson;Akureyri\n',
    'windows-1252',
  ],
  [
    'German',
    'Name;Ort\nJürgen Müller;München\nSöhnke Groß;Düsseldorf\nKäthe Weiß;Köln\nBjörn Schäfer;Würzburg\n',
    'windows-1252 macintosh ibm850',
  ],
  [
    'French',
    'Nom;Ville\nFrançois Lefèvre;Besançon\nÉlodie Gérard;Orléans\nJérôme Bénard;Nîmes\nHélène Château;Angoulême\n',
    'windows-1252 macintosh ibm850 iso-8859-15',
  ],
  [
    'Spanish',
    'Nombre;Ciudad\nJosé Muñoz;Málaga\nÁngel Núñez;Cádiz\nMaría Ibáñez;León\nRamón Peña;A Coruña\n',
    'windows-1252 macintosh ibm850',
  ],
  [
    'Portuguese',
    'Nome;Cidade\nJoão Gonçalves;São Paulo\nConceição Simões;Brasília\nInês Magalhães;Guimarães\n',
    'windows-1252 ibm850',
  ],
  [
    'Italian',
    'Nome;Città\nNiccolò Però;Forlì\nGesù Virtù;Cantù\nCarità Perché;Mondovì\nTerza età;Nardò\n',
    'windows-1252',
  ],
  [
    'Polish',
    'Imię;Miasto\nŁukasz Wójcik;Łódź\nGrażyna Dąbrowska;Kraków\nZdzisław Święcicki;Gdańsk\nJędrzej Żółć;Wrocław\n',
    'windows-1250 iso-8859-2 ibm852',
  ],
  [
    'Czech',
    'Jméno;Město\nJiří Dvořák;Plzeň\nLibuše Černá;Děčín\nŠtěpán Růžička;České Budějovice\nZdeněk Šťastný;Třebíč\n',
    'windows-1250 iso-8859-2 ibm852',
  ],
  [
    'Slovak',
    'Meno;Mesto\nĽubomír Kováč;Žilina\nŠtefan Horváth;Košice\nBožena Ďurišová;Prešov\nJozef Krajčí;Liptovský Mikuláš\n',
    'windows-1250 iso-8859-2',
  ],
  [
    'Hungarian',
    'Név;Város\nGyörgy Kovács;Győr\nErzsébet Szűcs;Pécs\nLászló Tóth;Székesfehérvár\nZsófia Vörös;Hódmezővásárhely\n',
    'windows-1250 iso-8859-2',
  ],
  [
    'Romanian',
    'Nume;Judeţ\nŞtefan Bălan;Timiş\nMădălina Ţurcanu;Iaşi\nGheorghiţă Brânză;Vâlcea\nIonuţ Răducanu;Călăraşi\n',
    'windows-1250 iso-8859-2',
  ],
  [
    'Croatian',
    'Ime;Grad\nŽeljko Babić;Čakovec\nĐurđica Šarić;Šibenik\nBožidar Horvatić;Požega\nSiniša Kovačević;Đakovo\n',
    'windows-1250 iso-8859-2',
  ],
  [
    'Turkish',
    'Ad;Şehir\nÇağla Yıldız;İstanbul\nGökhan Şahin;Eskişehir\nIşıl Öztürk;Muğla\nÖmer Güneş;Kırşehir\n',
    'windows-1254',
  ],
  [
    'Lithuanian',
    'Vardas;Miestas\nŽydrūnas Šimkūnas;Šiauliai\nRūta Čepaitė;Panevėžys\nĄžuolas Kęstaitis;Alytus\nJūratė Žukienė;Mažeikiai\n',
    'windows-1257 iso-8859-13',
  ],
  [
    'Latvian',
    'Vārds;Pilsēta\nJānis Bērziņš;Rīga\nĢirts Kļaviņš;Jēkabpils\nZeltīte Krūmiņa;Cēsis\nIlmārs Šķēle;Rēzekne\n',
    'windows-1257 iso-8859-13',
  ],
  [
    'Russian',
    'Имя;Город\nИван Иванов;Москва\nЕлена Кузнецова;Нижний Новгород\nСергей Щербаков;Челябинск\n',
    'windows-1251 koi8-r iso-8859-5 ibm866 x-mac-cyrillic',
  ],
  [
    'Ukrainian',
    "Ім'я;Місто\nОлексій Ковальчук;Київ\nНаталія Шевченко;Львів\nІгор Їжакевич;Запоріжжя\n",
    'windows-1251 koi8-u',
  ],
  [
    'Bulgarian',
    'Име;Град\nГеорги Димитров;София\nЙорданка Петкова;Търново\nЩелиян Бъчваров;Пловдив\n',
    'windows-1251 iso-8859-5',
  ],
  [
    'Greek',
    'Όνομα;Πόλη\nΓιώργος Παπαδόπουλος;Αθήνα\nΕλένη Νικολάου;Θεσσαλονίκη\nΚώστας Ψαράς;Πάτρα\n',
    'windows-1253 iso-8859-7',
  ],
  [
    'Hebrew',
    'שם;עיר\nיוסף כהן;ירושלים\nרחל לוי;תל אביב\nדוד מזרחי;חיפה\n',
    'windows-1255 iso-8859-8',
  ],
  [
    'Arabic',
    'الاسم;المدينة\nمحمد علي;القاهرة\nفاطمة حسن;الرياض\nأحمد محمود;بغداد\n',
    'windows-1256 iso-8859-6',
  ],
  ['Thai', 'ชื่อ;เมือง\nสมชาย ใจดี;กรุงเทพ\nสุดา แก้วมณี;เชียงใหม่\n', 'windows-874'],
  [
    'Japanese',
    '名前,都市\n田中太郎,東京\n鈴木花子,大阪\n佐藤さくら,札幌\nカブシキガイシャ,横浜\n',
    'shift_jis euc-jp',
  ],
  ['Japanese names', '名前,年齢\n山田,30\n佐藤,28\n鈴木,32\n高橋,22\n', 'shift_jis euc-jp'],
  ['Korean', '이름,도시\n김철수,서울\n이영희,부산\n박민수,대구\n최지은,인천\n', 'euc-kr'],
  [
    'Chinese',
    '姓名,城市,备注\n王小明,北京,第一个客户\n李丽,上海,已经联系过了\n张伟,广州,他在这里工作\n',
    'gb18030',
  ],
  [
    'Chinese, traditional',
    '姓名,城市,備註\n王小明,台北,第一個客戶\n李麗,高雄,已經聯絡過了\n張偉,台中,他在這裡工作\n',
    'big5',
  ],
];

const CASES = TEXTS.flatMap(([language, text, encodings]) =>
  encodings.split(' ').map((encoding) => [language, encoding, text] as const),
);

test.each(CASES)('%s in %s', (_, encoding, text) => {
  const bytes = encodeAs(text, encoding);
  const guess = detectEncoding([bytes]);
  expect(decoded(bytes, guess.encoding)).toBe(text);
  expect(guess.confidence).toBeGreaterThan(0.5);
});

test.each(TEXTS)('%s in Unicode', (_, text) => {
  const utf8 = new TextEncoder().encode(text);
  expect(detectEncoding([utf8])).toMatchObject({ encoding: 'utf-8' });
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const bytes = encodeAs(text, encoding);
    expect(detectEncoding([bytes]).encoding).toBe(encoding);
    expect(detectEncoding([encodeAs(`\ufeff${text}`, encoding)])).toMatchObject({
      encoding,
      confidence: 1,
    });
  }
});

describe('UTF-8', () => {
  const bytes = new TextEncoder().encode('Malmö, Växjö, 東京 and 😀');
  test('cut off anywhere is UTF-8 still', () => {
    for (let end = 7; end <= bytes.length; end++) {
      expect(detectEncoding([bytes.subarray(0, end)]).encoding).toBe('utf-8');
    }
  });

  test('in a sample that begins anywhere, too', () => {
    const ascii = new TextEncoder().encode('a,b\n');
    for (let start = 0; start < bytes.length; start++) {
      expect(detectEncoding([ascii, bytes.subarray(start)]).encoding).toBe('utf-8');
    }
  });

  test('with one broken byte among many good ones is UTF-8, less surely', () => {
    const long = new TextEncoder().encode('åäö,ÅÄÖ\n'.repeat(30));
    long[100] = 0xff;
    expect(detectEncoding([long])).toMatchObject({ encoding: 'utf-8' });
    expect(detectEncoding([long]).confidence).toBeLessThan(0.9);
  });

  test('ASCII is UTF-8 for certain', () => {
    expect(detectEncoding([new TextEncoder().encode('a,b')])).toMatchObject({
      encoding: 'utf-8',
      confidence: 1,
    });
  });
});

test('accents that come late in a file count', () => {
  const ascii = new TextEncoder().encode('id;name\n1;Anna\n'.repeat(1000));
  const late = encodeAs('2;Åsa Sjögren\n3;Björn\n', 'windows-1252');
  expect(detectEncoding([ascii, late]).encoding).toBe('windows-1252');
});

test('one odd sign is a doubt', () => {
  expect(detectEncoding([Uint8Array.of(0x61, 0x2c, 0xa4, 0x3b)]).confidence).toBeLessThan(
    DOUBTFUL_ENCODING,
  );
});

test('typographic quotes and the euro sign in English', () => {
  const text = 'name,price\n“Smith’s” – café,€ 12\n';
  const guess = detectEncoding([encodeAs(text, 'windows-1252')]);
  expect(guess.encoding).toBe('windows-1252');
});

test('ISO-2022-JP by its escapes', () => {
  const bytes = Uint8Array.of(0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42);
  const { encoding } = detectEncoding([bytes]);
  expect(decoded(bytes, encoding)).toBe('日本');
});
