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
  {
    what: 'a field that must be there',
    other: withFields({
      ...english.entities['company']?.fields,
      name: { type: 'text', label: 'Företagsnamn', required: true },
    }),
    expected: false,
  },
  {
    what: 'a field of which no two may be the same',
    other: withFields({
      ...english.entities['company']?.fields,
      name: { type: 'text', label: 'Företagsnamn', unique: true },
    }),
    expected: false,
  },
  {
    what: 'other keys to match by',
    other: {
      ...english,
      entities: {
        company: {
          label: 'Företag',
          identify: [['name']],
          fields: english.entities['company']?.fields ?? {},
        },
      },
    },
    expected: false,
  },
  {
    what: 'another policy',
    other: { ...english, policy: { mode: { default: 'create' } } },
    expected: false,
  },
  {
    what: 'the same rules in another order',
    other: withFields({
      name: { label: 'Företagsnamn', type: 'text' },
      status: { options: ['lead'], label: 'Status', type: 'choice' },
    }),
    expected: true,
  },
  { what: 'a setting less', other: { ...english, settings: {} }, expected: false },
])('$what: $expected', ({ other, expected }) => {
  expect(sameShape(english, other)).toBe(expected);
});
