import { writeFile } from 'node:fs/promises';
import { utils, write, type WorkSheet } from '@e965/xlsx';
import { orgNumber, seedCompanies, slug } from '../server/seedRecords.ts';

// Makes the sample files of the demo anew: node samples/makeSamples.ts
// Everyone and everything in them is invented; phone numbers are from the series kept free for fiction.

type Cell = string | number | Date | null;

/** Companies with their contacts under three rows of titles, as an export from a bookkeeping system. */
function registerSheet(): WorkSheet {
  const header = [
    'Företag',
    'Org.nr',
    'Kundnr',
    'Växel',
    'Hemsida',
    'Gatuadress',
    'Postnr',
    'Ort',
    'Kategori',
    'Kundstatus',
    'Omsättning',
    'Anställda',
    'Kund sedan',
    'Förnamn',
    'Efternamn',
    'E-post',
    'Mobil',
    'Titel',
    'Nyhetsbrev',
    'Säljarens noteringar',
  ];
  const rows = registerCompanies.flatMap((company, index) =>
    company.people.map((person, at) => registerRow(company, index, person, index * 2 + at)),
  );
  const sheet = utils.aoa_to_sheet<Cell>(
    [['Kundregister Nordlys AB'], ['Uttaget 2026-03-02 av Astrid Lund'], [], header, ...rows],
    { cellDates: true, dateNF: 'yyyy-mm-dd' },
  );
  sheet['!cols'] = header.map((name) => ({ wch: Math.max(10, name.length + 4) }));
  return sheet;
}

function registerRow(
  company: RegisterCompany,
  index: number,
  person: string,
  number: number,
): readonly Cell[] {
  const [firstName = '', lastName = '', title = ''] = person.split(' ');
  const domain = `${slug(company.name)}.example`;
  return [
    company.name,
    orgNumber(559_210_300 + index * 211),
    `0${101 + index}`,
    `031-390 06 ${String(index).padStart(2, '0')}`,
    `www.${domain}`,
    company.street,
    company.postalCode,
    company.city,
    company.segment,
    company.status,
    company.revenue,
    company.employees,
    new Date(Date.UTC(2014 + (index % 10), (index * 5) % 12, 1 + ((index * 7) % 27))),
    firstName,
    lastName,
    `${slug(firstName)}.${slug(lastName)}@${domain}`,
    `070-174 06 ${String(40 + number).padStart(2, '0')}`,
    title,
    number % 3 === 0 ? 'Ja' : 'Nej',
    index % 4 === 1 ? 'Ring efter lunch' : null,
  ];
}

interface RegisterCompany {
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly segment: string;
  readonly status: string;
  readonly revenue: number;
  readonly employees: number;
  readonly people: readonly string[];
}

const registerCompanies: readonly RegisterCompany[] = [
  {
    name: 'Hisings Båtplåt AB',
    street: 'Varvsgatan 12',
    postalCode: '417 63',
    city: 'Göteborg',
    segment: 'Industri',
    status: 'Kund',
    revenue: 22_450_000,
    employees: 19,
    people: ['Petra Lindh VD', 'Tomas Ekman Inköpschef'],
  },
  {
    name: 'Majornas Kaffe & Te',
    street: 'Karl Johansgatan 41',
    postalCode: '414 59',
    city: 'Göteborg',
    segment: 'Retail',
    status: 'Kund',
    revenue: 3_870_500.5,
    employees: 5,
    people: ['Leila Haddad Ägare'],
  },
  {
    name: 'Västkustens Vind AB',
    street: 'Hamngatan 3',
    postalCode: '432 44',
    city: 'Varberg',
    segment: 'Industry',
    status: 'Prospekt',
    revenue: 61_200_000,
    employees: 44,
    people: ['Rickard Alm Teknikchef', 'Sofia Dahlgren VD', 'Jonas Brandt Projektledare'],
  },
  {
    name: 'Tjörns Räkor',
    street: 'Strandvägen 8',
    postalCode: '471 50',
    city: 'Rönnäng',
    segment: 'Retail, Matproduktion',
    status: 'Kund',
    revenue: 8_940_000,
    employees: 11,
    people: ['Gunilla Berntsson VD'],
  },
  {
    name: 'Alingsås Trähus AB',
    street: 'Vänersborgsvägen 20',
    postalCode: '441 39',
    city: 'Alingsås',
    segment: 'Construction',
    status: 'Tidigare kund',
    revenue: 35_600_000,
    employees: 27,
    people: ['Mats Hallberg Platschef', 'Eva Norén Ekonomichef'],
  },
  {
    name: 'Kungälvs Friskola',
    street: 'Utmarksvägen 16',
    postalCode: '442 39',
    city: 'Kungälv',
    segment: 'Public sector',
    status: 'Kund',
    revenue: 18_000_000,
    employees: 36,
    people: ['Ylva Stenberg Rektor'],
  },
  {
    name: 'Borås Textiltryck AB',
    street: 'Skaraborgsvägen 3',
    postalCode: '506 30',
    city: 'Borås',
    segment: 'Industry, Retail',
    status: 'Kund',
    revenue: 27_300_000,
    employees: 23,
    people: ['Amir Khalil VD', 'Hanna Lööf Säljare'],
  },
  {
    name: 'Lerums Elteknik',
    street: 'Alingsåsvägen 9',
    postalCode: '443 30',
    city: 'Lerum',
    segment: 'Construction',
    status: 'Kund',
    revenue: 12_750_000,
    employees: 9,
    people: ['Stefan Åberg VD'],
  },
  {
    name: 'Mölnlycke Redovisning',
    street: 'Ekdalavägen 2',
    postalCode: '435 30',
    city: 'Mölnlycke',
    segment: 'Services',
    status: 'Prospekt',
    revenue: 6_120_000,
    employees: 7,
    people: ['Carina Fransson Konsult', 'Pelle Ström Konsult'],
  },
  {
    name: 'Orust Segel & Kapell',
    street: 'Slussgatan 5',
    postalCode: '473 34',
    city: 'Henån',
    segment: 'Retail',
    status: 'Kund',
    revenue: 5_480_000,
    employees: 6,
    people: ['Märit Olsson Ägare'],
  },
  {
    name: 'Skärgårdens Städ AB',
    street: 'Amhults Torg 7',
    postalCode: '423 37',
    city: 'Torslanda',
    segment: 'Services',
    status: 'Kund',
    revenue: 9_900_000,
    employees: 31,
    people: ['Dragan Petrović VD', 'Lena Häll Arbetsledare'],
  },
  {
    name: 'Stenungsunds Kemi AB',
    street: 'Industrivägen 33',
    postalCode: '444 32',
    city: 'Stenungsund',
    segment: 'Industri',
    status: 'Kund',
    revenue: 143_000_000,
    employees: 88,
    people: ['Birgitta Wåhlin Inköpschef'],
  },
];

/** What Excel saves as CSV with Swedish settings. */
function nordicCsv(): string {
  const header = [
    'Företagsnamn',
    'Organisationsnummer',
    'Postnummer',
    'Postort',
    'Bransch',
    'Omsättning',
    'Anställda',
    'Kund sedan',
    'E-postadress',
    'Förnamn',
    'Efternamn',
  ];
  const rows = nordicCompanies.map(
    ([name = '', city = '', postalCode = '', segment = '', person = ''], index) => {
      const [firstName = '', lastName = ''] = person.split(' ');
      return [
        name,
        orgNumber(559_330_500 + index * 173),
        postalCode,
        city,
        segment,
        `${(1_250_000 + index * 733_217.25)
          .toFixed(2)
          .replace('.', ',')
          .replace(/\B(?=(\d{3})+,)/gu, ' ')}`,
        String(3 + index * 2),
        `${String(1 + ((index * 11) % 28)).padStart(2, '0')}.${String(1 + ((index * 5) % 12)).padStart(2, '0')}.${2016 + (index % 9)}`,
        `${slug(firstName)}@${slug(name)}.example`,
        firstName,
        lastName,
      ];
    },
  );
  return (
    [header, ...rows]
      .map((row) =>
        row
          .map((cell) => (/[;"\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
          .join(';'),
      )
      .join('\r\n') + '\r\n'
  );
}

const nordicCompanies: readonly (readonly string[])[] = [
  ['Åkerös Maskin AB', 'Leksand', '793 92', 'Industry', 'Bengt Åkerö'],
  ['Ängsblommans Förskola', 'Umeå', '903 22', 'Public sector', 'Åsa Ängström'],
  ['Östgöta Värme & Rör', 'Motala', '591 35', 'Construction', 'Jörgen Östlund'],
  ['Café Rosé', 'Helsingborg', '252 21', 'Retail', 'René Lövgren'],
  ['Småländska Möbelhuset; Outlet', 'Värnamo', '331 30', 'Retail', 'Kerstin Sjöö'],
  ['Kvänum Lås "Nyckeln"', 'Kvänum', '535 30', 'Services', 'Örjan Häggström'],
  ['Räksmörgåsen Catering', 'Lysekil', '453 30', 'Services', 'Märta Räf'],
  ['Blåbärslandets Sylt', 'Älvsbyn', '942 31', 'Industry', 'Lars-Åke Björk'],
  ['Norrköpings Ljud & Ljus', 'Norrköping', '602 21', 'Services', 'Sinéad Öman'],
  ['Hälsoköket på Söder', 'Stockholm', '118 28', 'Retail', 'Zoë Hägg'],
  ['Vättern Båtservice', 'Jönköping', '553 16', 'Services', 'Göran Vätterdal'],
  ['Gävle Rost & Färg', 'Gävle', '802 51', 'Construction', 'Linnéa Sjödin'],
  ['Ljungby Återbruk', 'Ljungby', '341 60', 'Retail', 'Håkan Ljungfält'],
  ['Österlens Äpplen', 'Kivik', '277 30', 'Industry', 'Ingegärd Åhs'],
];

/** Twelve rows, half of them with something to find. */
function mistakesCsv(): string {
  const [first, second] = seedCompanies;
  const header =
    'Company,Org number,Status,City,Employees,First name,Last name,E-mail,Customer since';
  const rows = [
    [
      'Aspudden Glas & Ram',
      orgNumber(559_410_200),
      'Customer',
      'Stockholm',
      '4',
      'Nils',
      'Asp',
      'nils@aspuddenglas.example',
      '2023-01-16',
    ],
    [
      'Bromma Trädfällning',
      wrongCheckDigit(orgNumber(559_410_311)),
      'Customer',
      'Bromma',
      '7',
      'Viktor',
      'Brodin',
      'viktor@brommatrad.example',
      '2022-08-30',
    ],
    [
      'Citadellets Optik',
      orgNumber(559_410_422),
      'Hot prospect',
      'Malmö',
      '6',
      'Selma',
      'Cederholm',
      'selma@citadelletsoptik.example',
      '2024-02-01',
    ],
    [
      'Duvbo Keramik',
      orgNumber(559_410_533),
      'Lead',
      'Sundbyberg',
      '2',
      'Disa',
      'Duvander',
      'disa[at]duvbokeramik.example',
      '2024-05-20',
    ],
    [
      '',
      orgNumber(559_410_644),
      'Lead',
      'Enköping',
      '3',
      'Edvin',
      'Enlund',
      'edvin@enkopingsfonster.example',
      '2023-11-06',
    ],
    [
      'Falu Grafiska',
      orgNumber(559_410_755),
      'Customer',
      'Falun',
      'about ten',
      'Freja',
      'Falk',
      'freja@falugrafiska.example',
      '2021-03-09',
    ],
    [
      'Gamleby Plåtslageri',
      orgNumber(559_410_866),
      'Customer',
      'Gamleby',
      '12',
      'Gustav',
      'Gran',
      'gustav@gamlebyplat.example',
      '2022-13-40',
    ],
    [
      'Höga Kusten Vandring',
      orgNumber(559_410_977),
      'Hot prospect',
      'Nordingrå',
      '5',
      'Hedda',
      'Högberg',
      'hedda@hogakustenvandring.example',
      '2024-09-12',
    ],
    [
      'Falu Grafiska',
      orgNumber(559_410_755),
      'Customer',
      'Falun',
      '10',
      'Filip',
      'Fors',
      'filip@falugrafiska.example',
      '2021-03-09',
    ],
    [
      'Iggesunds Papper',
      orgNumber(559_411_088),
      'Dormant',
      'Iggesund',
      '41',
      'Ida',
      'Idh',
      'nils@aspuddenglas.example',
      '2019-06-25',
    ],
    [
      first?.name ?? '',
      first?.orgNumber ?? '',
      'Customer',
      first?.city ?? '',
      '15',
      'Jon',
      'Jansson',
      'jon.jansson@ekebysnickeri.example',
      first?.customerSince ?? '',
    ],
    [
      second?.name ?? '',
      second?.orgNumber ?? '',
      'Customer',
      second?.city ?? '',
      '52',
      'Klara',
      'Kvist',
      'klara.kvist@bergslagensbyggbetong.example',
      second?.customerSince ?? '',
    ],
  ];
  return [header, ...rows.map((row) => row.join(','))].join('\n') + '\n';
}

function wrongCheckDigit(number: string): string {
  return number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10);
}

/** Rows for companies that are there: two new values, some equal ones, one name that two companies share. */
function updatesSheet(): WorkSheet {
  const header = ['Customer', 'Org no', 'Switchboard', 'City', 'Employees'];
  const rows = seedCompanies
    .slice(8, 20)
    .map((company, index) => [
      company.name,
      company.orgNumber,
      `08-465 004 ${40 + index}`,
      company.city,
      index % 3 === 0 ? company.employees + 2 : company.employees,
    ]);
  const shared: Cell[] = ['Café Lindgren', null, '08-465 004 77', null, 6];
  const sheet = utils.aoa_to_sheet<Cell>([header, ...rows, shared]);
  sheet['!cols'] = header.map(() => ({ wch: 24 }));
  return sheet;
}

function workbook(name: string, sheet: WorkSheet): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, name);
  // Fixed, so that the file stays the same when nothing in it changed.
  book.Props = { CreatedDate: new Date(Date.UTC(2026, 2, 2)) };
  return new Uint8Array(
    write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer,
  );
}

/** Letters of Windows-1252 that the texts above use are those of Latin-1. */
function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

async function save(name: string, bytes: Uint8Array): Promise<void> {
  await writeFile(new URL(name, import.meta.url), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}

await save('kundregister.xlsx', workbook('Kunder', registerSheet()));
await save('nordisk-export.csv', windows1252(nordicCsv()));
await save('customers-with-mistakes.csv', new TextEncoder().encode(mistakesCsv()));
await save('new-phone-numbers.xlsx', workbook('Updates', updatesSheet()));
