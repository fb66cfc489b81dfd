import type { Entity, Field, Schema } from '@importera/engine';

type Words = readonly [label: string, help?: string];

const entities: Readonly<Record<string, readonly [label: string, labels: string]>> = {
  company: ['Företag', 'Företag'],
  contact: ['Kontakt', 'Kontakter'],
};

const words: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  company: {
    name: ['Företagsnamn', 'Namnet företaget går under, som det står på fakturorna.'],
    orgNumber: [
      'Organisationsnummer',
      'Tio siffror. Kontrollsiffran räknas efter, så ett skrivfel hittas här.',
    ],
    customerNumber: ['Kundnummer', 'Ert eget nummer på kunden. Inledande nollor behålls.'],
    phone: ['Företagets telefon'],
    website: ['Webbplats'],
    street: ['Gatuadress'],
    postalCode: ['Postnummer'],
    city: ['Ort'],
    country: ['Land'],
    segment: [
      'Segment',
      'En eller flera kategorier. Ett värde som inte är någon av dem behålls på företaget som det är.',
    ],
    status: [
      'Kundstatus',
      'Prospekt, kund eller tidigare kund. Andra ord frågas det om före importen.',
    ],
    revenue: ['Omsättning'],
    employees: ['Anställda'],
    customerSince: ['Kund sedan'],
    campaigns: ['Kampanjer'],
    notes: ['Anteckningar'],
  },
  contact: {
    firstName: ['Förnamn'],
    lastName: ['Efternamn'],
    email: ['E-post'],
    phone: ['Telefon'],
    mobile: ['Mobil'],
    title: ['Titel'],
    newsletter: ['Nyhetsbrev'],
    campaigns: ['Kontaktens kampanjer'],
  },
};

const settings: Readonly<Record<string, Words>> = {
  companyCampaign: ['Lägg företagen i en kampanj'],
  contactCampaign: ['Lägg kontakterna i en kampanj'],
  segment: ['Lägg företagen i ett segment'],
  reportTo: [
    'Skicka en statusrapport till',
    'En eller flera e-postadresser. Var och en får ett mejl när importen är klar.',
  ],
};

const groups: Readonly<Record<string, string>> = {
  'Add what is imported to': 'Lägg det importerade i',
  'When it is done': 'När den är klar',
};

const options: Readonly<Record<string, string>> = {
  Retail: 'Detaljhandel',
  Industry: 'Industri',
  Construction: 'Bygg',
  'Public sector': 'Offentlig sektor',
  Services: 'Tjänster',
  lead: 'Prospekt',
  customer: 'Kund',
  former: 'Tidigare kund',
  yes: 'Ja',
  no: 'Nej',
};

/** The schema with Swedish labels. What it had before stays known as an alias, so files in both languages match. */
export function inSwedish<S extends Schema>(schema: S): S {
  const named = Object.entries<Entity>(schema.entities).map(([key, entity]) => {
    const [label, labels] = entities[key] ?? [entity.label, entity.labels ?? entity.label];
    const fields = Object.entries(entity.fields).map(([field, definition]) => [
      field,
      fieldInSwedish(definition, words[key]?.[field]),
    ]);
    return [key, { ...entity, label, labels, fields: Object.fromEntries(fields) }];
  });
  const asked = Object.entries(schema.settings ?? {}).map(([key, setting]) => {
    const [label, help] = settings[key] ?? [setting.label, setting.help];
    const group = groups[setting.group ?? ''] ?? setting.group;
    return [
      key,
      {
        ...setting,
        ...(setting.type === 'choice' && { options: setting.options.map(optionInSwedish) }),
        label,
        ...(help !== undefined && { help }),
        ...(group !== undefined && { group }),
      },
    ];
  });
  return { ...schema, entities: Object.fromEntries(named), settings: Object.fromEntries(asked) };
}

function fieldInSwedish(field: Field, wording: Words | undefined): Field {
  if (wording === undefined) return field;
  const [label, help] = wording;
  const aliases = [field.label, ...(field.aliases ?? [])];
  const named = { ...field, label, aliases, ...(help !== undefined && { help }) };
  return named.type === 'choice'
    ? { ...named, options: named.options.map(optionInSwedish) }
    : named;
}

function optionInSwedish(
  option:
    | string
    | { readonly value: string; readonly label?: string; readonly aliases?: readonly string[] },
): { readonly value: string; readonly label: string; readonly aliases: readonly string[] } {
  const known = typeof option === 'string' ? { value: option } : option;
  const before = known.label ?? known.value;
  return {
    value: known.value,
    label: options[known.value] ?? before,
    aliases: [before, ...(known.aliases ?? [])],
  };
}
