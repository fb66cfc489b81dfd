import { expect, test } from 'vitest';
import type { Schema } from './Schema.ts';
import { sameShape } from './sameShape.ts';

const english: Schema = {
  id: 'crm',
  entities: {
    company: {
      label: 'Company',
      fields: {
        name: { type: 'text', label: 'Company name', aliases: ['Firm'] },
        status: { type: 'choice', label: 'Status', options: [{ value: 'lead', label: 'Lead' }] },
      },
    },
  },
  settings: { report: { type: 'emails', label: 'Send a report to' } },
};

const withFields = (fields: Schema['entities'][string]['fields']): Schema => ({
  ...english,
  entities: { company: { label: 'Företag', fields } },
});

test.each<{ readonly what: string; readonly other: Schema; readonly expected: boolean }>([
  {
    what: 'other words for everything',
    other: {
      ...withFields({
        name: { type: 'text', label: 'Företagsnamn', help: 'Som det är registrerat.' },
        status: { type: 'choice', label: 'Status', options: [{ value: 'lead', label: 'Ämne' }] },
      }),
      settings: { report: { type: 'emails', label: 'Skicka en rapport till' } },
    },
    expected: true,
  },
  {
    what: 'a field more',
    other: withFields({
      ...english.entities['company']?.fields,
      city: { type: 'text', label: 'Ort' },
    }),
    expected: false,
  },
  {
    what: 'another type',
    other: withFields({
      ...english.entities['company']?.fields,
      name: { type: 'number', label: 'Company name' },
    }),
    expected: false,
  },
  {
    what: 'another option',
    other: withFields({
      ...english.entities['company']?.fields,
      status: { type: 'choice', label: 'Status', options: ['lead', 'customer'] },
    }),
    expected: false,
  },
  { what: 'a setting less', other: { ...english, settings: {} }, expected: false },
])('$what: $expected', ({ other, expected }) => {
  expect(sameShape(english, other)).toBe(expected);
});
