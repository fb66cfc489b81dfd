import { lines } from '../lines.ts';
import { saveSamples } from '../sampleFiles.ts';
import { slug } from '../slug.ts';

// Makes the sample files anew: node scenarios/taxdome/makeSamples.ts
// Everyone and everything in them is invented.

/** Account, type, city, assignee, tags, people with their additional addresses. */
const clients = lines(`
Librăria Păpădia SRL|Societate|București|Maria Stan|VAT, Payroll|Ștefan Ilie, Ana Țurcanu
Fermecătorul Brad SRL|Societate|Suceava||Annual|Ileana Brădescu
Ioan Câmpeanu|Persoană fizică|Oradea|Radu Dinu||Ioan Câmpeanu
Cabinet Stomatologic Zâmbet SRL|SRL|Constanța|Andrei Ionescu|VAT|Raluca Ștefănescu, Bogdan Niță
Asociația Râul Curat|Altele|Târgu Mureș||New 2026|Cătălin Mureșan
Moara Veche SA|SA|Alba Iulia|Elena Popescu|VAT, Annual|Țvetana Pârvu, Horia Sârbu
`);

/** As the practice exports it from its former system: Windows-1250, semicolons, Romanian headings. */
function romanianCsv(): string {
  const header =
    'Account Name;Tip cont;Oraș;Cesionari;Etichete;Cod client;Prenume;Nume;E-mail;E-mail suplimentar;Telefon';
  const rows = clients.flatMap(
    ([account = '', type = '', city = '', assignee = '', tags = '', people = ''], index) =>
      people.split(', ').map((person, at) => {
        const [first = '', last = ''] = person.split(' ');
        const address = `${slug(first)}.${slug(last)}@${slug(account)}.example`;
        const additional = at === 0 ? `contabilitate@${slug(account)}.example` : '';
        const code = String(120 + index).padStart(5, '0');
        return [
          account,
          type,
          city,
          assignee,
          tags,
          code,
          first,
          last,
          address,
          additional,
          `07${40 + index} 555 0${10 + at}`,
        ].join(';');
      }),
  );
  return [header, ...rows, ''].join('\r\n');
}

/** Tags for accounts that are here, without their people. */
const tagsCsv = `Account Name,Tags
Brutăria Aurora SRL,"Payroll, Annual"
Dan Munteanu,VAT
Transport Carpați SA,Annual
`;

const contactsCsv = `Prenume,Nume,E-mail,Telefon
Doina,Lupu,doina.lupu@prospect.example,0721 555 040
Petru,Albu,petru.albu@prospect.example,0721 555 041
`;

/** A row that can not be taken: an address that is none, an assignee whom nobody knows. */
const mistakesCsv = `Account Name,Account Type,Team members,First name,Last name,Email
Stâna de Sus SRL,Company,Maria Stan,Zaharia,Oprea,zaharia@stana.example
Pensiunea Cerbul SRL,Company,Nimeni Cunoscut,Sanda,Vlad,sanda@cerbul.example
Tipografia Nord SRL,Company,,Iulian,Costin,iulian-at-nord.example
`;

/** The old letters: Windows-1250 has no comma below, so exports write ş and ţ with a cedilla. */
const WINDOWS_1250: Readonly<Record<string, number>> = {
  ă: 0xe3,
  â: 0xe2,
  î: 0xee,
  ș: 0xba,
  ț: 0xfe,
  Ă: 0xc3,
  Â: 0xc2,
  Î: 0xce,
  Ș: 0xaa,
  Ț: 0xde,
};

function windows1250(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => WINDOWS_1250[letter] ?? letter.charCodeAt(0));
}

await saveSamples(import.meta.url, {
  'clienti.csv': windows1250(romanianCsv()),
  'etichete.csv': tagsCsv,
  'persoane.csv': contactsCsv,
  'clienti-cu-greseli.csv': mistakesCsv,
});
