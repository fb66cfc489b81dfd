import { utils, type WorkSheet } from '@e965/xlsx';
import { orgNumber } from '../orgNumber.ts';
import { lines } from '../lines.ts';
import { saveSamples, windows1252, workbook } from '../sampleFiles.ts';
import { slug } from '../slug.ts';

// Makes the sample files anew: node scenarios/upsales/makeSamples.ts
// Everyone and everything in them is invented; phone numbers are from the series kept free for fiction.

type Cell = string | number | null;

const templateHeader =
  'Företagsnamn|Organisationsnummer|Växel|Hemsida|Adress|Postnummer|Postort|Kontoansvarig|Omsättning|Antal anställda|Kontaktperson|Titel|E-post|Mobil';

/** Company, address, postcode, city, account manager, turnover, employees, people with their titles. */
const templateCompanies = lines(`
Ljusterö Marina AB|Laggarsvik 4|184 97|Ljusterö|Petra Sundin|14200000|12|Karin Öst VD, Milo Berg Hamnkapten, Asta Lind Ekonomi
Falu Rödfärgshandel|Gruvgatan 44|791 61|Falun|Omar Haddad|6350000|5|Bo Hedman Ägare
Östermalms Delikatesser AB|Humlegårdsgatan 7|114 46|Stockholm|Linn Ekström|38900000|29|Vera Stål VD, Nils Åman Inköpschef
Arjeplogs Vintertest AB|Silvervägen 12|938 31|Arjeplog|Omar Haddad|51700000|33|Ante Sarri Platschef, Lotta Boman Bokning
Kinnekulle Stenhuggeri|Råbäcksvägen 2|533 94|Hällekis|Linn Ekström|4120000|4|Rune Fors Ägare
Torekovs Glass & Kaffe|Hamnplan 1|269 77|Torekov|Petra Sundin|2980000|6|Sanna Holm Ägare, Douglas Ek Butikschef
`);

function templateSheet(): WorkSheet {
  const header = templateHeader.split('|');
  const rows = templateCompanies.flatMap((company, index) => companyRows(company, index));
  const numbered = rows.map((row, at) => [...row, `070-174 06 ${70 + at}`]);
  return sheetOf([header, ...numbered]);
}

function companyRows(company: readonly string[], index: number): readonly (readonly Cell[])[] {
  const [name = '', street = '', postalCode = '', city = '', manager = '', ...rest] = company;
  const [turnover, employees, people = ''] = rest;
  return people.split(', ').map((person) => {
    const [first = '', last = '', title = ''] = person.split(' ');
    return [
      name,
      orgNumber(559_410_200 + index * 193),
      `08-465 005 ${10 + index}`,
      `www.${slug(name)}.example`,
      street,
      postalCode,
      city,
      manager,
      Number(turnover),
      Number(employees),
      `${first} ${last}`,
      title,
      `${slug(first)}.${slug(last)}@${slug(name)}.example`,
    ];
  });
}

/** Rows for companies of the first start by their ID, one with an ID nobody has, one without. */
function updateSheet(): WorkSheet {
  return sheetOf([
    ['Upsales ID', 'Kundnamn', 'Växel', 'Postort', 'Antal anställda'],
    [1, 'Brunnsparkens Kontor AB', '08-465 005 31', 'Göteborg', 18],
    [3, 'Hökarängens Cykelverkstad', '08-465 005 32', 'Farsta', 3],
    [4, 'Norrlands Fönster AB', '08-465 005 33', 'Umeå', 64],
    [7, 'Karlskrona Varvsservice AB', '08-465 005 34', 'Karlskrona', 41],
    [98_001, 'Bortflyttade Bolaget AB', '08-465 005 35', 'Okänd ort', 2],
    [null, 'Nystartade Nät AB', '08-465 005 36', 'Kiruna', 1],
  ]);
}

/** What somebody typed at a fair. The last columns come in as they are. */
const fair = `Företag;Postnr;Ort;Kontakt;E-post;Direktnummer;Företagskategori
Gnosjö Gängverktyg AB;335 31;Gnosjö;Åsa Grönlund;asa@gangverktyg.example;0370-55 00 11;Prospect
Gnosjö Gängverktyg AB;335 31;Gnosjö;Håkan Bly;hakan@gangverktyg.example;0370-55 00 12;Prospect
Båstads Tennishall;;Båstad;Märta Ström;marta@tennishallen.example;0431-55 00 13;Newsletter
Dubblettgruppen AB;582 25;Linköping;Örjan Dahl;orjan@dubblett.example;013-55 00 14;Partner
Gnosjö Gängverktyg AB;335 31;Gnosjö;Siv Lääts;siv@gangverktyg.example;0370-55 00 15;Prospect
Båstads Tennishall;;Båstad;Jörgen Äng;jorgen@tennishallen.example;0431-55 00 16;Newsletter
`;

function sheetOf(rows: readonly (readonly Cell[])[]): WorkSheet {
  const sheet = utils.aoa_to_sheet<Cell>(rows.map((row) => [...row]));
  sheet['!cols'] = (rows[0] ?? []).map((name) => ({
    wch: Math.max(10, String(name).length + 4),
  }));
  return sheet;
}

await saveSamples(import.meta.url, {
  'kundmall.xlsx': workbook('Importmall', templateSheet()),
  'uppdatering.xls': workbook('Uppdatering', updateSheet(), 'biff8'),
  'masslista.csv': windows1252(fair.replaceAll('\n', '\r\n')),
});
