import type { Messages } from './Locale.ts';
import { formatsOf } from './formatsOf.ts';

const { count, number, percent } = formatsOf('sv');
/** Inside a sentence; what is an abbreviation stays one. */
const lower = (entity: string): string =>
  entity.replaceAll(/(?<!\p{L})\p{Lu}(?!\p{Lu})/gu, (first) => first.toLocaleLowerCase('sv'));
const rows = (n: number): string => count(n, { one: '# rad', other: '# rader' });

/** Texter på skärmarna som visar rader: granska, import, resultat. */
export const rowMessages: Pick<
  Messages,
  'review' | 'grid' | 'import' | 'result' | 'fieldTypes' | 'errors'
> = {
  review: {
    heading: 'Granska',
    intro: 'Det här kommer att hända. Ingenting har skrivits än.',
    planning: 'Räknar ut vad som kommer att hända …',
    planningRows: (done) => `${rows(done)} kontrollerade`,
    statuses: {
      create: 'nya',
      update: 'ändrade',
      unchanged: 'oförändrade',
      ambiguous: 'tvetydiga',
      reject: 'med fel',
      skip: 'utelämnade',
    },
    actions: { create: 'skapas', update: 'ändras', unchanged: 'som sparat', skip: 'utelämnas' },
    rowStatuses: {
      create: 'Ny',
      update: 'Ändrad',
      unchanged: 'Oförändrad',
      ambiguous: 'Tvetydig',
      reject: 'Fel',
      skip: 'Utelämnad',
    },
    statusOf: (n, many, one) => (n === 1 ? lower(one) : many),
    all: 'alla rader',
    filterLabel: 'Visa rader som är',
    search: 'Sök bland raderna',
    keyEmpty: (n) =>
      count(n, {
        one: '# rad har en tom matchningscell: den matchar inget och blir en ny post.',
        other: '# rader har en tom matchningscell: de matchar inget och blir nya poster.',
      }),
    start: 'Starta import',
    startRows: (n) =>
      count(n, { one: 'Starta import av # rad', other: 'Starta import av # rader' }),
    counted: (counts) => `Nu ${counts}.`,
    nothing: 'Det finns inget att skriva: varje rad är oförändrad, utelämnad eller har fel.',
    allStored: 'Allt i filen finns redan.',
    allStoredHelp: 'Ingen rad i filen lägger till eller ändrar något.',
    blocked: 'Allt eller inget är på: rätta alla fel först.',
    issues: 'Problem',
    noIssues: 'Inga problem. Varje rad kan skrivas.',
    issueRows: rows,
    showRows: 'Visa rader',
    showAll: 'Visa alla rader',
    fix: 'Rätta alla',
    fixLabel: (value) => `Ersätt ”${value}” med`,
    fixEmptyLabel: 'Fyll de tomma cellerna med',
    fixApply: (n) => count(n, { one: 'Ersätt på # rad', other: 'Ersätt på # rader' }),
    leaveOutRows: 'Utelämna dessa rader',
    choices: 'Vad går vart',
    columns: 'Kolumner',
    notImported: (n) =>
      count(n, { one: '# kolumn importeras inte', other: '# kolumner importeras inte' }),
    settings: 'Inställningar',
    edits: (n) => count(n, { one: '# cell rättad för hand', other: '# celler rättade för hand' }),
    excluded: (n) =>
      count(n, { one: '# rad utelämnad av dig', other: '# rader utelämnade av dig' }),
    none: 'inget',
    on: 'På',
    off: 'Av',
  },
  grid: {
    label: 'Rader',
    row: 'Rad',
    status: 'Status',
    loading: 'Hämtar …',
    empty: 'Inga rader här.',
    failed: 'Raderna kunde inte hämtas.',
    retry: 'Försök igen',
    from: 'var',
    to: 'blir',
    edited: 'rättad',
    editLabel: (column, row) => `${column}, rad ${row}`,
    excludeRow: 'Utelämna raden',
    writtenHint: 'Raden är skriven: ändra i stället själva posten.',
    storedHint: 'Raden är redan sparad som den är: ändra i stället själva posten.',
    leftOutHint: 'Raden utelämnades ur importen.',
    includeRow: 'Ta med raden igen',
    does: {
      create: (entity) => `Skapar ${lower(entity)}`,
      update: (entity) => `Uppdaterar ${lower(entity)}`,
      unchanged: (entity) => `${entity}: som sparat`,
      same: (entity) => `${entity}: samma som på en tidigare rad`,
      skip: (entity) => `${entity}: utelämnas`,
      kept: (entity) => `${entity}: finns redan, ändras inte`,
    },
    did: {
      created: (entity) => `Skapade ${lower(entity)}`,
      updated: (entity) => `Uppdaterade ${lower(entity)}`,
      unchanged: (entity) => `${entity}: oförändrat`,
      same: (entity) => `${entity}: samma som på en tidigare rad`,
      skipped: (entity) => `${entity}: utelämnat`,
      kept: (entity) => `${entity}: fanns redan, ändrades inte`,
      undone: (entity) => `Taget tillbaka: ${lower(entity)}`,
    },
  },
  import: {
    heading: 'Importerar',
    paused: 'Pausad',
    cancelling: 'Avbryter …',
    checking: 'Kontrollerar raderna …',
    progress: (done, total) => `${done} av ${total} rader`,
    label: 'Klara rader',
    rate: (n) => `${n} rader i sekunden`,
    timeLeft: (time) => `Omkring ${time} kvar`,
    almostDone: 'Nästan klart',
    written: 'Skrivna',
    rejected: 'Inte tagna',
    left: 'Kvar',
    pause: 'Pausa',
    resume: 'Fortsätt',
    cancel: 'Avbryt importen',
    announce: (share) => `${percent(share)} klart`,
    stay: 'Håll sidan öppen tills det är klart.',
    leave: 'Du kan lämna sidan; importen fortsätter.',
  },
  result: {
    done: 'Importen är klar',
    doneInPart: (written, n) =>
      `${number(written)} av ${count(n, { one: '# rad importerad', other: '# rader importerade' })}`,
    doneAll: 'Allt är importerat',
    cancelled: 'Importen avbröts',
    failed: 'Importen stannade',
    summary: ({ written = 0, unchanged = 0, skipped = 0, rejected = 0 }) => {
      const counts = [
        count(written, { one: '# rad är skriven', other: '# rader är skrivna' }),
        unchanged > 0 && count(unchanged, { one: '# oförändrad', other: '# oförändrade' }),
        skipped > 0 && count(skipped, { one: '# utelämnad', other: '# utelämnade' }),
        rejected > 0 && `${number(rejected)} behöver rättas`,
      ];
      return `${counts.filter(Boolean).join(', ')}.`;
    },
    took: (time) => `Det tog ${time}.`,
    statuses: {
      written: 'skrivna',
      unchanged: 'oförändrade',
      skipped: 'utelämnade',
      rejected: 'inte tagna',
      pending: 'inte nådda',
      undone: 'ångrade',
      'partly-undone': 'ångrade eller behållna',
    },
    rowStatuses: {
      written: 'Skriven',
      unchanged: 'Oförändrad',
      skipped: 'Utelämnad',
      rejected: 'Inte tagen',
      pending: 'Inte nådd',
      undone: 'Ångrad',
      'partly-undone': 'Ångrad eller behållen',
    },
    created: 'skapade',
    updated: 'uppdaterade',
    unchanged: 'oförändrade',
    show: (entities) => `Visa ${entities.toLocaleLowerCase('sv')}`,
    correct:
      'Rätta de röda raderna här nedanför och importera bara dem. Eller rätta dem i en fil och släpp den här igen.',
    errorFiles: 'Rader som inte togs',
    openCorrected: 'Öppna en rättad fil',
    importCorrected: 'Importera de rättade',
    correctedNone: 'Inget är ändrat i den filen.',
    notTaken: (rows, n) =>
      n === 1
        ? `Rad ${rows.join()} var redan skriven`
        : `${count(n, { one: '# rad', other: '# rader' })} var redan skrivna: ${rows.join(', ')}${n > rows.length ? ' …' : ''}`,
    notTakenHelp: 'Det som filen rättar där togs inte. Ändra i stället själva posten.',
    corrected: (n) => count(n, { one: '# cell rättad', other: '# celler rättade' }),
    errorFile: (format) => `Rader som inte togs, som ${format}`,
    pending: (n) => count(n, { one: '# rad hann inte med.', other: '# rader hann inte med.' }),
    importRest: 'Importera resten',
    another: 'Importera en annan fil',
    finish: 'Klar',
  },
  fieldTypes: {
    text: 'Text',
    number: 'Tal',
    date: 'Datum',
    boolean: 'Ja eller nej',
    email: 'E-post',
    phone: 'Telefon',
    url: 'Webbadress',
    choice: 'Val',
    reference: 'Hänvisning',
    id: 'Id',
  },
  errors: {
    heading: 'Det gick inte',
    tooLarge: 'Filen är för stor för att öppnas här. Dela den eller spara den som CSV.',
  },
};
