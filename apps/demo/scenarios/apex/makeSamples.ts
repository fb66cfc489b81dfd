import { utils, type WorkSheet } from '@e965/xlsx';
import { lines } from '../lines.ts';
import { csv, saveSamples, windows1252, workbook } from '../sampleFiles.ts';
import { slug } from '../slug.ts';

// Makes the sample files anew: node scenarios/apex/makeSamples.ts
// Everyone in them is invented.

type Cell = string | number | Date | null;

/** What Excel saves as CSV with Norwegian settings. */
const listHeader =
  'Kundenavn|E-postadresse|Telefon nr|Fødselsdato|Kjøpesum|Bolignr|Adresse|Postnr|Poststed|Merknad';

/** Name, date of birth, price in øre, home, address, postcode, town, note. */
const list = lines(`
Bjørg Ødegård|17.05.1968|415000000|H0103|Løkkeveien 3|0253|Oslo|
Håkon Røed|03.12.1990|398050050|H0104|Åsgata 41|5007|Bergen|Ønsker "nøkkel; to stk"
Solveig Tveit Aasen|29.02.1972|512500000|H0201|Sjøgata 8|8006|Bodø|
Jørgen Næss|11.11.1985|431275075|H0202|Prærieveien 2|1470|Lørenskog|Ring etter kl. 16
Marit Sørbø|08.07.1959|||Kløverstien 12|4021|Stavanger|Har ikke valgt bolig
Pål André Lunde|30.09.1994|602000000|H0204|Nedre Elvehavn 5|7014|Trondheim|
Ragnhild Grønn|21.01.1981|587500000|H0301|Tårnveien 6|5006|Bergen|
Stein-Åge Vågen|14.04.1966|640000000|H0302|Vågsallmenningen 1|5014|Bergen|
`);

function listCsv(): string {
  const rows = list.map(([name = '', born, price = '', home, ...rest], at) => [
    name,
    `${slug(name, '.')}@kunde.example`,
    `400 00 ${String(131 + at)}`,
    born,
    price === '' ? '' : kroner(price),
    home,
    ...rest,
  ]);
  return csv([listHeader.split('|'), ...rows], ';');
}

/** `415000000` as `4 150 000,00`. */
function kroner(oere: string): string {
  const whole = oere.slice(0, -2).replaceAll(/\B(?=(\d{3})+$)/gu, ' ');
  return `${whole},${oere.slice(-2)}`;
}

/** Two rows of titles, an empty one, then the headings. */
function buyersSheet(): WorkSheet {
  const people = lines(`
Eirik Bøe|H0102|1988-03-14|6450000
Tiril Hågensen|H0103|1991-10-02|6125000
Mohammed Ødegaard|H0201|1979-06-21|7300000.5
Gro Kjærstad|H0204|1963-01-09|6980000
Ida Marie Såstad|H0301|1996-12-27|7450000
Nils Bjørnø|H0403|1957-08-30|8900000
`);
  const header = ['Navn', 'Epost', 'Mobil', 'Født', 'Leilighet', 'Kontraktssum', 'Prosjekt'];
  const rows = people.map(([name = '', home = '', born = '', price], at): readonly Cell[] => [
    name,
    `${slug(name, '.')}@kunde.example`,
    `+47 400 00 ${String(161 + at)}`,
    new Date(`${born}T00:00:00Z`),
    home,
    Number(price),
    'Bryggekvartalet',
  ]);
  return sheetOf([
    ['Bryggekvartalet – kjøpere'],
    ['Utskrift 02.03.2026, Fjordhjem AS'],
    [],
    header,
    ...rows,
  ]);
}

function oldSheet(): WorkSheet {
  const people = lines(`
Asbjørn Fløtre|Fløtreveien 1|5700|Voss
Kirsten Åmodt|Åmodtgata 20|0554|Oslo
Sjur Håheim|Storgata 5|6002|Ålesund
Bente Kræmer|Kræmmerveien 3|9008|Tromsø
`);
  const header = ['Kunde', 'Epost adresse', 'Tlf', 'Adresse', 'Postnummer', 'Sted'];
  const rows = people.map(([name = '', street = '', code = '', city = ''], at) => [
    name,
    `${slug(name, '.')}@kunde.example`,
    `400 00 ${String(181 + at)}`,
    street,
    code,
    city,
  ]);
  return sheetOf([header, ...rows]);
}

/** Nine rows, most of them with something to correct. */
function mistakesCsv(): string {
  const rows = lines(`
Unni Sæbø|unni.saebo@kunde.example|400 00 191|01.02.1975|H0303
Geir Ås|geir.as(at)kunde.example|400 00 192|12.06.1983|H0304
|else.fjaere@kunde.example|400 00 193|23.09.1969|H0303
Leif Hjørnevik|leif.hjornevik@kunde.example|400 00 194|31.04.1980|H0304
Randi Kvåle|randi.kvale@kunde.example|400 00 195|19.03.1992|H0403
Svein Øvrebø|svein.ovrebo@kunde.example|12 34|07.07.1977|H0303
Åshild Brekke|ashild.brekke@kunde.example|999 99 999|09.03.1961|H0101
Turid Bø|turid.bo@kunde.example|400 00 198|15.10.1986|H9901
Ola Gjærum|ola.gjaerum@kunde.example|400 00 199|26.05.1998|H0304
`);
  return csv([['Navn', 'E-post', 'Telefon', 'Fødselsdato', 'Bolig'], ...rows], ',');
}

function sheetOf(rows: readonly (readonly Cell[])[]): WorkSheet {
  const sheet = utils.aoa_to_sheet<Cell>(
    rows.map((row) => [...row]),
    { cellDates: true, dateNF: 'dd\\.mm\\.yyyy', UTC: true },
  );
  sheet['!cols'] = Array.from({ length: 8 }, () => ({ wch: 20 }));
  return sheet;
}

await saveSamples(import.meta.url, {
  'kundeliste.csv': windows1252(listCsv()),
  'kjøpere-bryggekvartalet.xlsx': workbook('Kjøpere', buyersSheet()),
  'gammel-kundeliste.xls': workbook('Ark1', oldSheet(), 'biff8'),
  'kunder-med-feil.csv': mistakesCsv(),
});
