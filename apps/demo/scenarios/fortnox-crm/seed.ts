import { lines } from '../lines.ts';
import type { SeedRecord } from '../Scenario.ts';
import { slug } from '../slug.ts';
import { orgNumber } from '../orgNumber.ts';

/** Invented companies and people. Phone numbers are from the series kept free for fiction. */
interface SeedCompany {
  readonly name: string;
  readonly orgNumber: string;
  readonly customerNumber: string;
  readonly phone: string;
  readonly website: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly segment: readonly string[];
  readonly status: 'lead' | 'customer' | 'former';
  readonly revenue: number;
  readonly employees: number;
  readonly customerSince: string | null;
}

interface SeedContact {
  readonly company: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly mobile: string;
  readonly title: string;
  readonly newsletter: 'yes' | 'no';
}

/** Name, street, postal code, city, segments, status, employees, revenue in SEK, customer since. */
const table = `
Ekeby Snickeri AB|Sågvägen 4|752 63|Uppsala|Construction|customer|14|18400000|2019-03-11
Bergslagens Bygg & Betong AB|Hyttgatan 21|702 10|Örebro|Construction|customer|48|96200000|2017-08-22
Havsörn Logistik AB|Frihamnsgatan 12|417 55|Göteborg|Services|customer|73|142000000|2016-01-18
Lindqvist & Dotter Redovisning|Kyrkogatan 8|222 22|Lund|Services|customer|6|5150000|2021-09-01
Norrskens Energi AB|Storgatan 44|972 38|Luleå|Industry|customer|31|58700000|2020-05-04
Västanfors Mekaniska AB|Verkstadsgatan 3|737 31|Fagersta|Industry|customer|55|87300000|2015-11-30
Café Lindgren|Svartbäcksgatan 15|753 32|Uppsala|Retail|customer|5|4100000|2022-04-19
Café Lindgren|Storgatan 19|352 31|Växjö|Retail|lead|4|3300000|
Mälarens Trädgård AB|Ekhagsvägen 2|724 66|Västerås|Retail, Services|customer|9|11900000|2020-02-14
Skånska Frukthuset AB|Äppellundsvägen 7|272 37|Simrishamn|Retail|customer|18|27600000|2018-06-08
Björkhaga Kommun|Rådhustorget 1|541 83|Skövde|Public sector|lead|820|0|
Tegelbruket Arkitekter|Östra Hamngatan 30|411 09|Göteborg|Services|customer|22|34800000|2019-10-02
Rosengårds Tandvård|Amiralsgatan 88|213 63|Malmö|Services|customer|11|15200000|2021-01-25
Glasriket Design AB|Hyttvägen 5|361 96|Kosta|Industry, Retail|former|8|9700000|2014-03-17
Fjällvinden Outdoor AB|Köpmangatan 40|831 33|Östersund|Retail|customer|16|29400000|2018-12-05
Söderstaden El & Data|Götgatan 91|116 62|Stockholm|Construction|customer|27|41500000|2020-08-17
Hälsinge Sågverk AB|Industrivägen 14|827 35|Ljusdal|Industry|customer|64|118000000|2013-05-21
Oxtorget Juridik AB|Oxtorgsgatan 9|111 57|Stockholm|Services|lead|12|21000000|
Kullabygdens Musteri|Mölle byväg 33|263 77|Mölle|Retail, Industry|customer|7|8300000|2021-06-15
Roslagens Båtvarv AB|Hamnvägen 18|761 42|Norrtälje|Industry|customer|13|17800000|2016-09-12
Linköpings Skolinventarier|Tornbyvägen 6|582 73|Linköping|Public sector|customer|19|32100000|2017-02-27
Vitsippan Omsorg AB|Parkgatan 24|652 22|Karlstad|Public sector, Services|customer|102|88900000|2018-04-30
Stensjö Plåt & Tak|Smedjegatan 11|431 42|Mölndal|Construction|lead|10|14600000|
Klockargårdens Bageri|Klockarvägen 1|781 70|Borlänge|Retail|customer|12|10400000|2022-11-07
Ystads Saltsjöbodar|Strandvägen 52|271 39|Ystad|Retail|former|6|4900000|2012-07-02
Umeå Biokemi AB|Tvistevägen 48|907 36|Umeå|Industry|customer|38|76500000|2019-01-14
Tre Kronor Transport AB|Terminalvägen 3|195 60|Arlandastad|Services|customer|91|167000000|2015-04-09
Gotlands Fårskinn AB|Visborgsallén 20|621 50|Visby|Retail|customer|9|12700000|2020-10-26
Nacka Hiss & Port|Värmdövägen 120|131 37|Nacka|Construction|customer|15|23900000|2021-03-22
Halmstads Plastteknik|Kristinehedsvägen 9|302 44|Halmstad|Industry|lead|42|69800000|
Solrosens Förskola|Blomstervägen 13|691 50|Karlskoga|Public sector|customer|21|14000000|2022-01-10
Ängelholms Cykel AB|Järnvägsgatan 28|262 32|Ängelholm|Retail|customer|8|13500000|2019-05-28
Dalarnas Timmerhus AB|Leksandsvägen 77|793 33|Leksand|Construction, Industry|customer|29|47200000|2014-10-13
Sundsvalls Revisionsbyrå|Esplanaden 16|852 36|Sundsvall|Services|customer|17|24300000|2018-09-03
Öresunds Digital AB|Stora Varvsgatan 6|211 19|Malmö|Services|customer|33|51600000|2021-11-15
Åre Fjällhotell AB|Årevägen 101|837 52|Åre|Services|lead|58|64400000|
`;

const firstNames =
  'Anna Johan Maria Lars Karin Åsa Mikael Emma Björn Ingrid Oskar Fatima Göran Linnéa Ali Märta Henrik Elin Sven Noor'.split(
    ' ',
  );
const lastNames =
  'Ek Lindström Håkansson Berg Öberg Nyström Svensson Åkerlund Hedlund Wallin Sjögren Rahimi Forsberg Dahl Karlsson Holm Engström'.split(
    ' ',
  );
const titles = 'VD Ekonomichef Inköpschef Säljare Platschef Kontorsansvarig Projektledare'.split(
  ' ',
);

export const seedCompanies: readonly SeedCompany[] = lines(table).map(companyOf);
const seedContacts: readonly SeedContact[] = seedCompanies.flatMap(contactsOf);

/** The companies, then their contacts. */
export const seed: readonly SeedRecord[] = [
  ...seedCompanies.map((company) => ({ entity: 'company', values: { ...company } })),
  ...seedContacts.map(({ company, ...values }) => ({
    entity: 'contact',
    parent: seedCompanies.findIndex(({ orgNumber }) => orgNumber === company),
    values,
  })),
];

function companyOf(
  [name = '', street = '', postalCode = '', city = '', segment = '', ...rest]: readonly string[],
  index: number,
): SeedCompany {
  const [status, employees, revenue, customerSince] = rest;
  return {
    name,
    orgNumber: orgNumber(559_100_400 + index * 137),
    customerNumber: String(index + 1).padStart(4, '0'),
    phone: `+468465004${String(index).padStart(2, '0')}`,
    website: `https://${slug(name)}${name === 'Café Lindgren' ? slug(city) : ''}.example`,
    street,
    postalCode,
    city,
    segment: segment.split(', '),
    status: status as SeedCompany['status'],
    revenue: Number(revenue),
    employees: Number(employees),
    customerSince: customerSince || null,
  };
}

/** One contact a company, two at every third. */
function contactsOf(company: SeedCompany, index: number): readonly SeedContact[] {
  const numbers = index % 3 === 0 ? [index * 2, index * 2 + 1] : [index * 2];
  return numbers.map((number) => {
    const firstName = firstNames[(number * 3 + index) % firstNames.length] ?? 'Anna';
    const lastName = lastNames[(number * 5 + 2) % lastNames.length] ?? 'Ek';
    return {
      company: company.orgNumber,
      firstName,
      lastName,
      email: `${slug(firstName)}.${slug(lastName)}@${new URL(company.website).hostname}`,
      mobile: `+467017406${String(5 + number).padStart(2, '0')}`,
      title: titles[number % titles.length] ?? 'VD',
      newsletter: number % 4 === 0 ? 'yes' : 'no',
    };
  });
}
