import { lines } from '../lines.ts';
import type { SeedRecord } from '../Scenario.ts';
import { slug } from '../slug.ts';

/** Homes by floor and door, as Norwegian homes are numbered: `H0203` is the third door on the second floor. */
const floors = { Fjordutsikten: 3, Bryggekvartalet: 4 } as const;

const homes: readonly SeedRecord[] = Object.entries(floors).flatMap(([project, highest]) =>
  Array.from({ length: highest * 4 }, (_, at) => {
    const floor = 1 + Math.floor(at / 4);
    const number = `H0${floor}0${1 + (at % 4)}`;
    return { entity: 'home', values: { number, project, floor: String(floor) } };
  }),
);

/** Name, project, home, date of birth, price, address, postcode, city, notes. Everyone is invented. */
const table = `
Åshild Brekke|Fjordutsikten|H0101|1961-03-09|3990000|Bjørkeveien 4|5058|Bergen|Vil ha parkering
Øystein Nygård|Fjordutsikten|H0102|1987-11-23|4250000|Strandgata 17|5004|Bergen|
Kåre Aas|Fjordutsikten|H0203|1954-06-01|5125000.5|Måkeveien 2|0250|Oslo|-1 bod; avtalt
Linn Sæther|Fjordutsikten||1992-01-30||Fjellveien 33|5019|Bergen|
Tor Erik Haugen|Bryggekvartalet|H0101|1979-08-14|6400000|Kaigata 9|4006|Stavanger|=ringes etter kl. 16
Synnøve Lie|Bryggekvartalet|H0402|1983-12-05|7150000|Nygata 12|4008|Stavanger|
`;

const customers: readonly SeedRecord[] = lines(table).map(
  ([name = '', project = '', home, birthDate = '', price = '', ...rest], at) => {
    const [street = '', postalCode = '', city = '', notes] = rest;
    const place = homes.findIndex(
      ({ values }) => values['project'] === project && values['number'] === home,
    );
    return {
      entity: 'customer',
      values: {
        name,
        email: `${slug(name, '.')}@kunde.example`,
        phone: `+47400000${String(11 + at)}`,
        birthDate,
        price: price === '' ? null : Number(price),
        street,
        postalCode,
        city,
        notes: notes === '' ? null : (notes ?? null),
        project,
      },
      ...(place >= 0 && { references: { home: place } }),
    };
  },
);

export const seed: readonly SeedRecord[] = [...homes, ...customers];
