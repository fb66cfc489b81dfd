import { utils, type WorkSheet } from '@e965/xlsx';
import { lines } from '../lines.ts';
import { csv, saveSamples, windows1252, workbook } from '../sampleFiles.ts';
import { slug } from '../slug.ts';
import { orgNumber } from '../orgNumber.ts';
import { seedCompanies } from './seed.ts';

// Makes the sample files of the demo anew: node scenarios/fortnox-crm/makeSamples.ts
// Everyone and everything in them is invented; phone numbers are from the series kept free for fiction.

type Cell = string | number | Date | null;

const registerHeader =
  'Företag|Org.nr|Kundnr|Växel|Hemsida|Gatuadress|Postnr|Ort|Kategori|Kundstatus|Omsättning|Anställda|Kund sedan|Förnamn|Efternamn|E-post|Mobil|Titel|Nyhetsbrev|Säljarens noteringar';

/** Company, street, postal code, city, segments, status, revenue, employees, people with their titles. */
const registerCompanies = lines(`
Hisings Båtplåt AB|Varvsgatan 12|417 63|Göteborg|Industri|Kund|22450000|19|Petra Lindh VD, Tomas Ekman Inköpschef
Majornas Kaffe & Te|Karl Johansgatan 41|414 59|Göteborg|Retail|Kund|3870500.5|5|Leila Haddad Ägare
Västkustens Vind AB|Hamngatan 3|432 44|Varberg|Industry|Prospekt|61200000|44|Rickard Alm Teknikchef, Sofia Dahlgren VD, Jonas Brandt Projektledare
Tjörns Räkor|Strandvägen 8|471 50|Rönnäng|Retail, Matproduktion|Kund|8940000|11|Gunilla Berntsson VD
Alingsås Trähus AB|Vänersborgsvägen 20|441 39|Alingsås|Construction|Tidigare kund|35600000|27|Mats Hallberg Platschef, Eva Norén Ekonomichef
Kungälvs Friskola|Utmarksvägen 16|442 39|Kungälv|Public sector|Kund|18000000|36|Ylva Stenberg Rektor
Borås Textiltryck AB|Skaraborgsvägen 3|506 30|Borås|Industry, Retail|Kund|27300000|23|Amir Khalil VD, Hanna Lööf Säljare
Lerums Elteknik|Alingsåsvägen 9|443 30|Lerum|Construction|Kund|12750000|9|Stefan Åberg VD
Mölnlycke Redovisning|Ekdalavägen 2|435 30|Mölnlycke|Services|Prospekt|6120000|7|Carina Fransson Konsult, Pelle Ström Konsult
Orust Segel & Kapell|Slussgatan 5|473 34|Henån|Retail|Kund|5480000|6|Märit Olsson Ägare
Skärgårdens Städ AB|Amhults Torg 7|423 37|Torslanda|Services|Kund|9900000|31|Dragan Petrović VD, Lena Häll Arbetsledare
Stenungsunds Kemi AB|Industrivägen 33|444 32|Stenungsund|Industri|Kund|143000000|88|Birgitta Wåhlin Inköpschef
`);

/** Companies with their contacts under three rows of titles, as an export from a bookkeeping system. */
function registerSheet(): WorkSheet {
  const header = registerHeader.split('|');
  const companies = registerCompanies.flatMap((company, index) => companyRows(company, index));
  const rows = companies.map((row, number) => withMobile(row, number));
  const sheet = utils.aoa_to_sheet<Cell>(
    [['Kundregister Nordlys AB'], ['Uttaget 2026-03-02 av Astrid Lund'], [], header, ...rows],
    { cellDates: true, dateNF: 'yyyy-mm-dd' },
  );
  sheet['!cols'] = header.map((name) => ({ wch: Math.max(10, name.length + 4) }));
  return sheet;
}

/** One row for each of its people; the company is repeated. */
function companyRows(company: readonly string[], index: number): readonly (readonly Cell[])[] {
  const [name = '', street = '', postalCode = '', city = '', segment = '', status = '', ...rest] =
    company;
  const [revenue, employees, people = ''] = rest;
  const domain = `${slug(name)}.example`;
  const since = new Date(Date.UTC(2014 + (index % 10), (index * 5) % 12, 1 + ((index * 7) % 27)));
  return people.split(', ').map((person) => {
    const [first = '', last = '', title = ''] = person.split(' ');
    return [
      name,
      orgNumber(559_210_300 + index * 211),
      `0${101 + index}`,
      `031-390 06 ${String(index).padStart(2, '0')}`,
      `www.${domain}`,
      street,
      postalCode,
      city,
      segment,
      status,
      Number(revenue),
      Number(employees),
      since,
      first,
      last,
      `${slug(first)}.${slug(last)}@${domain}`,
      null,
      title,
      index % 3 === 0 ? 'Ja' : 'Nej',
      index % 4 === 1 ? 'Ring efter lunch' : null,
    ];
  });
}

function withMobile(row: readonly Cell[], number: number): Cell[] {
  return row.with(16, `070-174 06 ${60 + number}`);
}

const nordicHeader =
  'Företagsnamn|Organisationsnummer|Postnummer|Postort|Bransch|Omsättning|Anställda|Kund sedan|E-postadress|Förnamn|Efternamn';

/** Company, city, postal code, segment, person. */
const nordicCompanies = lines(`
Åkerös Maskin AB|Leksand|793 92|Industry|Bengt Åkerö
Ängsblommans Förskola|Umeå|903 22|Public sector|Åsa Ängström
Östgöta Värme & Rör|Motala|591 35|Construction|Jörgen Östlund
Café Rosé|Helsingborg|252 21|Retail|René Lövgren
Småländska Möbelhuset; Outlet|Värnamo|331 30|Retail|Kerstin Sjöö
Kvänum Lås "Nyckeln"|Kvänum|535 30|Services|Örjan Häggström
Räksmörgåsen Catering|Lysekil|453 30|Services|Märta Räf
Blåbärslandets Sylt|Älvsbyn|942 31|Industry|Lars-Åke Björk
Norrköpings Ljud & Ljus|Norrköping|602 21|Services|Sinéad Öman
Hälsoköket på Söder|Stockholm|118 28|Retail|Zoë Hägg
Vättern Båtservice|Jönköping|553 16|Services|Göran Vätterdal
Gävle Rost & Färg|Gävle|802 51|Construction|Linnéa Sjödin
Ljungby Återbruk|Ljungby|341 60|Retail|Håkan Ljungfält
Österlens Äpplen|Kivik|277 30|Industry|Ingegärd Åhs
`);

/** What Excel saves as CSV with Swedish settings. */
function nordicCsv(): string {
  const rows = nordicCompanies.map(
    ([name = '', city = '', postalCode = '', segment = '', person = ''], index) => {
      const [first = '', last = ''] = person.split(' ');
      const revenue = (1_250_000 + index * 733_217.25).toFixed(2).replace('.', ',');
      const [day, month] = [1 + ((index * 11) % 28), 1 + ((index * 5) % 12)].map(twoDigits);
      return [
        name,
        orgNumber(559_330_500 + index * 173),
        postalCode,
        city,
        segment,
        revenue.replaceAll(/\B(?=(\d{3})+,)/gu, ' '),
        String(3 + index * 2),
        `${day}.${month}.${2016 + (index % 9)}`,
        `${slug(first)}@${slug(name)}.example`,
        first,
        last,
      ];
    },
  );
  return csv([nordicHeader.split('|'), ...rows], ';');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Twelve rows, most of them with something to find. `#` stands for a number with the right check digit. */
const mistakes = `
Company,Org number,Status,City,Employees,First name,Last name,E-mail,Customer since
Aspudden Glas & Ram,#0,Customer,Stockholm,4,Nils,Asp,nils@aspuddenglas.example,2023-01-16
Bromma Trädfällning,#1+,Customer,Bromma,7,Viktor,Brodin,viktor@brommatrad.example,2022-08-30
Citadellets Optik,#2,Hot prospect,Malmö,6,Selma,Cederholm,selma@citadelletsoptik.example,2024-02-01
Duvbo Keramik,#3,Lead,Sundbyberg,2,Disa,Duvander,disa[at]duvbokeramik.example,2024-05-20
,#4,Lead,Enköping,3,Edvin,Enlund,edvin@enkopingsfonster.example,2023-11-06
Falu Grafiska,#5,Customer,Falun,about ten,Freja,Falk,freja@falugrafiska.example,2021-03-09
Gamleby Plåtslageri,#6,Customer,Gamleby,12,Gustav,Gran,gustav@gamlebyplat.example,2022-13-40
Höga Kusten Vandring,#7,Hot prospect,Nordingrå,5,Hedda,Högberg,hedda@hogakusten.example,2024-09-12
Falu Grafiska,#5,Customer,Falun,10,Filip,Fors,filip@falugrafiska.example,2021-03-09
Iggesunds Papper,#8,Dormant,Iggesund,41,Ida,Idh,ida@iggesundspapper.example,2019-06-25
Ekeby Snickeri AB,559100-4006,Customer,Uppsala,15,Jon,Jansson,jon.jansson@ekebysnickeri.example,2019-03-11
Hälsinge Sågverk AB,559102-5928,Customer,Ljusdal,64,Klara,Kvist,nils@aspuddenglas.example,2013-05-21
`;

function mistakesCsv(): string {
  return mistakes.trimStart().replaceAll(/#(\d)(\+?)/gu, (_, digit: string, wrong: string) => {
    const number = orgNumber(559_410_200 + Number(digit) * 111);
    return wrong === '' ? number : number.slice(0, -1) + ((Number(number.at(-1)) + 1) % 10);
  });
}

/** Rows for companies that are there: some new values, some equal ones, and a name that two companies share. */
function updatesSheet(): WorkSheet {
  const header = ['Customer', 'Switchboard', 'City', 'Employees'];
  const rows = seedCompanies
    .slice(6, 20)
    .map((company, index) => [
      company.name,
      index % 4 === 3 ? company.phone : `08-465 004 ${40 + index}`,
      company.city,
      index % 3 === 0 ? company.employees + 2 : company.employees,
    ]);
  const sheet = utils.aoa_to_sheet<Cell>([header, ...rows.slice(1)]);
  sheet['!cols'] = header.map(() => ({ wch: 24 }));
  return sheet;
}

await saveSamples(import.meta.url, {
  'kundregister.xlsx': workbook('Kunder', registerSheet()),
  'nordisk-export.csv': windows1252(nordicCsv()),
  'customers-with-mistakes.csv': mistakesCsv(),
  'new-phone-numbers.xlsx': workbook('Updates', updatesSheet()),
});
