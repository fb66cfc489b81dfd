import { choice, defineSchema, email, id, number, phone, text, url } from '@importera/engine';

/** Companies and contacts of a Swedish sales team, and nothing else (UP2). */
// #region identify
export const schema = defineSchema({
  id: 'upsales',
  country: 'SE',
  entities: {
    company: {
      label: 'Company',
      labels: 'Companies',
      extendable: true,
      identify: [['id'], ['name', 'postalCode'], ['name']],
      fields: {
        id: id({
          label: 'Upsales ID',
          aliases: ['Upsales-ID', 'Företagets ID', 'Client ID'],
          help: 'Given by the system. It finds companies that are here already and is never written: leave it empty, or leave the column out, for new ones.',
        }),
        name: text({
          label: 'Company name',
          aliases: ['Företag', 'Företagsnamn', 'Kund', 'Kundnamn'],
          required: true,
          example: 'Ekeby Snickeri AB',
        }),
        // #endregion
        orgNumber: text({
          label: 'Organisation number',
          aliases: ['Org.nr', 'Organisationsnummer'],
          format: 'se.orgnr',
          example: '556703-7485',
        }),
        phone: phone({ label: 'Company phone', aliases: ['Telefon växel', 'Växel'] }),
        website: url({ label: 'Website', aliases: ['Hemsida', 'Webbplats'] }),
        street: text({ label: 'Address', aliases: ['Adress', 'Gatuadress', 'Besöksadress'] }),
        postalCode: text({ label: 'Postcode', aliases: ['Postnr', 'Postnummer'] }),
        city: text({ label: 'City', aliases: ['Ort', 'Postort', 'Stad'] }),
        country: text({ label: 'Country', aliases: ['Land'] }),
        accountManager: choice({
          label: 'Account manager',
          aliases: ['Kontoansvarig', 'Kundansvarig', 'Ansvarig säljare'],
          options: ['Linn Ekström', 'Omar Haddad', 'Petra Sundin'],
          help: 'Who looks after the company.',
        }),
        category: choice({
          label: 'Company category',
          aliases: ['Företagskategori', 'Kundkategori'],
          options: ['Prospect', 'Key account', 'Partner', 'Newsletter'],
          multiple: true,
          open: true,
        }),
        campaign: choice({
          label: 'Campaign',
          aliases: ['Kampanj'],
          options: ['Spring fair', 'Win back', 'Webinar'],
          multiple: true,
          open: true,
        }),
        turnover: number({ label: 'Turnover', unit: 'SEK', min: 0, aliases: ['Omsättning'] }),
        employees: number({
          label: 'Employees',
          integer: true,
          min: 0,
          aliases: ['Antal anställda', 'Anställda'],
        }),
        notes: text({ label: 'Notes', aliases: ['Anteckningar', 'Beskrivning'] }),
      },
    },
    contact: {
      label: 'Contact',
      labels: 'Contacts',
      parent: 'company',
      extendable: true,
      identify: [['email'], ['name']],
      fields: {
        name: text({
          label: 'Contact name',
          aliases: ['Kontakt', 'Kontaktperson', 'Kontaktens namn', 'Namn'],
          required: true,
          example: 'Anna Ek',
        }),
        title: text({ label: 'Title', aliases: ['Titel', 'Befattning'] }),
        email: email({ label: 'E-mail', aliases: ['E-post', 'Mejl', 'Mail'] }),
        phone: phone({ label: 'Phone', aliases: ['Telefon', 'Direktnummer'] }),
        mobile: phone({ label: 'Mobile', aliases: ['Mobil', 'Mobiltelefon'] }),
        category: choice({
          label: 'Contact category',
          aliases: ['Kontaktkategori'],
          options: ['Decision maker', 'Influencer', 'Newsletter'],
          multiple: true,
          open: true,
        }),
      },
    },
  },
  // #region settings
  settings: {
    accountManager: {
      type: 'choice',
      label: 'Account manager',
      help: 'For companies that have none.',
      options: ['Linn Ekström', 'Omar Haddad', 'Petra Sundin'],
      appliesTo: { entity: 'company', field: 'accountManager', when: 'empty' },
    },
    campaign: {
      type: 'choice',
      label: 'Campaign',
      options: ['Spring fair', 'Win back', 'Webinar'],
      appliesTo: { entity: 'company', field: 'campaign' },
    },
    companyCategory: {
      type: 'choice',
      label: 'Company category',
      options: ['Prospect', 'Key account', 'Partner', 'Newsletter'],
      appliesTo: { entity: 'company', field: 'category' },
    },
    contactCategory: {
      type: 'choice',
      label: 'Contact category',
      options: ['Decision maker', 'Influencer', 'Newsletter'],
      appliesTo: { entity: 'contact', field: 'category' },
    },
    reportTo: {
      type: 'emails',
      label: 'Send a mail when it is done to',
      group: 'When done',
      order: 1,
    },
  },
  // #endregion
});
