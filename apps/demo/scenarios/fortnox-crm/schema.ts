import { choice, date, defineSchema, email, number, phone, text, url } from '@importera/engine';

const segments = ['Retail', 'Industry', 'Construction', 'Public sector', 'Services'];

/** Companies and contacts of a small Swedish CRM. Plain data, so that it can be sent to a worker. */
export const schema = defineSchema({
  id: 'fortnox-crm',
  country: 'SE',
  entities: {
    company: {
      label: 'Company',
      labels: 'Companies',
      extendable: true,
      identify: [['orgNumber'], ['customerNumber'], ['name']],
      fields: {
        name: text({
          label: 'Company name',
          aliases: ['Företag', 'Företagsnamn'],
          required: true,
          help: 'The name the company goes by, as it stands on its invoices.',
          example: 'Ekeby Snickeri AB',
        }),
        orgNumber: text({
          label: 'Organisation number',
          aliases: ['Org.nr', 'Organisationsnummer'],
          unique: true,
          format: 'se.orgnr',
          help: 'Ten digits. Its check digit is verified, so a typing error is found here.',
          example: '556703-7485',
        }),
        customerNumber: text({
          label: 'Customer number',
          aliases: ['Kundnr', 'Kundnummer'],
          help: 'Your own number for the customer. Leading zeros are kept.',
          example: '0042',
        }),
        phone: phone({ label: 'Company phone', aliases: ['Växel'], example: '08-121 445 00' }),
        website: url({
          label: 'Website',
          aliases: ['Hemsida', 'Webb'],
          example: 'ekebysnickeri.se',
        }),
        street: text({
          label: 'Street address',
          aliases: ['Adress', 'Gatuadress'],
          example: 'Storgatan 1',
        }),
        postalCode: text({
          label: 'Postal code',
          aliases: ['Postnr', 'Postnummer'],
          maxLength: 12,
          example: '114 55',
        }),
        city: text({ label: 'City', aliases: ['Ort', 'Postort'], example: 'Stockholm' }),
        country: text({ label: 'Country', aliases: ['Land'], example: 'Sverige' }),
        // #region choice
        segment: choice({
          label: 'Segment',
          aliases: ['Kategori', 'Bransch'],
          options: segments,
          multiple: true,
          open: true,
          help: 'One or more categories. A value that is none of them is kept on the company as it is.',
          example: 'Construction',
        }),
        // #endregion
        status: choice({
          label: 'Customer status',
          aliases: ['Kundstatus'],
          options: [
            { value: 'lead', label: 'Lead', aliases: ['Prospekt', 'Prospect'] },
            { value: 'customer', label: 'Customer', aliases: ['Kund', 'Aktiv'] },
            { value: 'former', label: 'Former customer', aliases: ['Tidigare kund', 'Inaktiv'] },
          ],
          help: 'Lead, customer or former customer. Other words are asked about before the import.',
        }),
        revenue: number({
          label: 'Revenue',
          unit: 'SEK',
          min: 0,
          aliases: ['Omsättning'],
          example: '1250000',
        }),
        employees: number({
          label: 'Employees',
          integer: true,
          min: 0,
          aliases: ['Anställda'],
          example: '12',
        }),
        customerSince: date({
          label: 'Customer since',
          aliases: ['Kund sedan'],
          example: '2021-05-17',
        }),
        campaigns: choice({
          label: 'Campaigns',
          aliases: ['Kampanj', 'Kampanjer'],
          options: [],
          multiple: true,
          open: true,
        }),
        notes: text({ label: 'Notes', aliases: ['Anteckningar', 'Kommentar'] }),
      },
    },
    contact: {
      label: 'Contact',
      labels: 'Contacts',
      parent: 'company',
      extendable: true,
      identify: [['email'], ['firstName', 'lastName']],
      fields: {
        firstName: text({ label: 'First name', aliases: ['Förnamn'], example: 'Anna' }),
        lastName: text({ label: 'Last name', aliases: ['Efternamn'], example: 'Ek' }),
        email: email({
          label: 'E-mail',
          aliases: ['E-post'],
          unique: true,
          example: 'anna@ekebysnickeri.se',
        }),
        phone: phone({ label: 'Phone', aliases: ['Telefon'], example: '08-121 445 01' }),
        mobile: phone({ label: 'Mobile', aliases: ['Mobil'], example: '070-174 06 05' }),
        title: text({ label: 'Job title', aliases: ['Titel', 'Befattning'], example: 'VD' }),
        newsletter: choice({
          label: 'Newsletter',
          aliases: ['Nyhetsbrev'],
          options: [
            { value: 'yes', label: 'Yes', aliases: ['Ja', 'true', '1', 'x'] },
            { value: 'no', label: 'No', aliases: ['Nej', 'false', '0'] },
          ],
        }),
        campaigns: choice({
          label: 'Contact campaigns',
          aliases: ['Kontaktens kampanjer'],
          options: [],
          multiple: true,
          open: true,
        }),
      },
    },
  },
  settings: {
    // #region campaign
    // The options are the company's own campaigns: see `scenario.ts`.
    companyCampaign: {
      type: 'choice',
      label: 'Add the companies to a campaign',
      group: 'Add what is imported to',
      options: [],
      appliesTo: { entity: 'company', field: 'campaigns' },
    },
    // #endregion
    contactCampaign: {
      type: 'choice',
      label: 'Add the contacts to a campaign',
      group: 'Add what is imported to',
      options: [],
      appliesTo: { entity: 'contact', field: 'campaigns' },
    },
    segment: {
      type: 'choice',
      label: 'Add the companies to a segment',
      group: 'Add what is imported to',
      options: segments,
      appliesTo: { entity: 'company', field: 'segment' },
    },
    reportTo: {
      type: 'emails',
      label: 'Send a status report to',
      help: 'One or more e-mail addresses. Each gets a mail when the import is done.',
      group: 'When it is done',
      order: 1,
    },
  },
});
