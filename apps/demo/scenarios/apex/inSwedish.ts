import type { Entity, Field, Schema } from '@importera/engine';

type Words = readonly [label: string, help?: string];

const entities: Readonly<Record<string, readonly [label: string, labels: string]>> = {
  home: ['Bostad', 'Bostäder'],
  customer: ['Kund', 'Kunder'],
};

const words: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  home: { number: ['Bostadsnummer'], project: ['Projekt'], floor: ['Våning'] },
  customer: {
    name: ['Namn', 'För- och efternamn, som det ska stå i kontraktet.'],
    email: ['E-post', 'Kunden loggar in med den. Importen skickar ingenting dit.'],
    phone: ['Telefon', 'Norska nummer behöver inget landsnummer.'],
    birthDate: ['Födelsedatum', 'Dag, månad och år. Bara kontraktet använder det.'],
    home: [
      'Hem',
      'Numret på en bostad i det valda projektet. Ett nummer som projektet inte har är ett fel.',
    ],
    price: ['Köpesumma', 'Som avtalat i kontraktet, utan andel i fellesgjeld.'],
    street: ['Adress', 'Där kunden bor nu.'],
    postalCode: ['Postnummer', 'Fyra siffror; en inledande nolla behålls.'],
    city: ['Ort', 'Postort.'],
    notes: ['Anteckningar', 'För handläggare; kunderna ser dem inte.'],
    project: ['Projekt', 'Importen fyller i det: varje kund får projektet som valdes före filen.'],
  },
};

/** The schema with Swedish labels. What it had before stays known as an alias. */
export function inSwedish(schema: Schema): Schema {
  const named = Object.entries<Entity>(schema.entities).map(([key, entity]) => {
    const [label, labels] = entities[key] ?? [entity.label, entity.labels ?? entity.label];
    const fields = Object.entries(entity.fields).map(([field, definition]) => [
      field,
      fieldInSwedish(definition, words[key]?.[field]),
    ]);
    return [key, { ...entity, label, labels, fields: Object.fromEntries(fields) }];
  });
  const project = schema.settings?.['project'];
  return {
    ...schema,
    entities: Object.fromEntries(named),
    kinds: { customers: { label: 'Kunder', entities: ['customer'] } },
    ...(project && {
      settings: {
        project: { ...project, label: 'Projekt', help: 'Kunderna köper i det här projektet.' },
      },
    }),
  };
}

function fieldInSwedish(field: Field, wording: Words | undefined): Field {
  if (wording === undefined) return field;
  const [label, help] = wording;
  const aliases = [field.label, ...(field.aliases ?? [])];
  return { ...field, label, aliases, ...(help !== undefined && { help }) };
}
