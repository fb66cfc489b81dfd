import type { Messages } from './Locale.ts';
import { formatsOf } from './formatsOf.ts';

const { count, number } = formatsOf('sv');

export const choosingMessages: Pick<
  Messages,
  'start' | 'parts' | 'answers' | 'sources' | 'samples'
> = {
  start: {
    kind: 'Vad vill du importera?',
    first: (label) => `Välj ”${label}” först, sedan filen.`,
    about: 'Det som importen hör till',
    change: 'Ändra',
    kindLabel: 'Import',
  },
  parts: {
    step: (entities) => `Matcha ${entities.toLocaleLowerCase('sv')}`,
    heading: (entities) => `Matcha kolumner mot ${entities.toLocaleLowerCase('sv')}`,
    later: (n) =>
      count(n, {
        one: '# kolumn återstår till nästa del',
        other: '# kolumner återstår till nästa del',
      }),
    elsewhere: (n) =>
      count(n, { one: '# kolumn går till en annan del', other: '# kolumner går till andra delar' }),
    ready: 'De här kolumnerna är klara.',
  },
  answers: {
    tagsHint: 'Skriv en etikett och tryck Enter. Nya går bra.',
    addTag: (tag) => `Lägg till ${tag}`,
    removeTag: (tag) => `Ta bort ${tag}`,
    suggestions: 'Förslag',
    importer: 'Den som importerar',
    search: (label) => `Sök: ${label}`,
    noMatch: 'Ingen heter så.',
    chosen: (n) => (n === 0 ? 'Ingen vald' : `${number(n)} valda`),
    optional: 'Valfritt',
    problems: {
      'wrong-type': (label) => `${label} har ett svar som inte kan användas.`,
      'no-option': (label, value) =>
        `${label}: ”${value}” går inte längre att välja. Välj något annat.`,
      'no-email': (label, value) => `${label}: ”${value}” är ingen e-postadress.`,
      'no-date': (label, value) => `${label}: ”${value}” är inget datum.`,
      'no-integer': (label) => `${label} måste vara ett heltal.`,
      'too-small': (label, _value, limit) => `${label} måste vara minst ${limit}.`,
      'too-large': (label, _value, limit) => `${label} får vara högst ${limit}.`,
      'too-long': (label, _value, limit) => `${label} får ha högst ${limit} tecken.`,
      'too-many': (label, _value, limit) => `${label} får innehålla högst ${limit}.`,
    },
  },
  sources: {
    heading: 'Ett för alla, eller från filen',
    intro: 'Säg var de här värdena kommer ifrån.',
    one: 'Ett för alla',
    oneHelp: 'En kolumn med det ignoreras.',
    column: 'Från en kolumn',
    leave: 'Lämna som det är',
    leaveHelp: (onCreate) =>
      onCreate === null
        ? 'Inget importeras. Sparade värden står kvar.'
        : `Sparade värden står kvar. Nya poster får ”${onCreate}”.`,
    value: (field) => `${field} för alla`,
    columnLabel: (field) => `Kolumn för ${field}`,
    chooseColumn: 'Välj en kolumn',
    fixed: 'För alla rader, vad filen än säger',
    whenEmpty: 'Där cellen är tom',
    use: (field) => `När ${field} får det`,
    fixedTag: 'för alla',
  },
  samples: {
    tab: 'Exempel',
    intro: 'De första posterna, så som de kommer att sparas.',
    none: 'Ingen rad skapar eller ändrar en post.',
    row: (n) => `Rad ${n}`,
    creates: 'ny',
    updates: 'ändrad',
    unchanged: 'som sparad',
    same: 'samma som på en tidigare rad',
    skipped: 'utelämnad',
    linked: (entity) => `Kopplad till ${entity}`,
    setting: 'från inställningarna',
    loading: 'Hämtar…',
  },
};
