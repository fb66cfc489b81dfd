import type { IssueParams } from '../issue/Issue.ts';
import type { IssueTexts } from '../issue/IssueTexts.ts';

/** Namn på ordningen dag, månad och år i ett datum. */
const ORDERS: Readonly<Record<string, string>> = {
  dmy: 'dag, månad, år',
  mdy: 'månad, dag, år',
  ymd: 'år, månad, dag',
};
const orderOf = ({ order }: IssueParams): string => ORDERS[String(order)] ?? ORDERS['dmy'] ?? '';

const DELIMITERS: Readonly<Record<string, string>> = {
  '\t': 'tabb',
  ',': 'komma',
  ';': 'semikolon',
  '|': 'lodstreck',
  ' ': 'blanksteg',
};
const delimiterOf = ({ delimiter }: IssueParams): string =>
  DELIMITERS[String(delimiter)] ?? '”{delimiter}”';

/** Svenska. */
export const sv: IssueTexts = {
  language: 'sv',
  issues: {
    'cells-outside-sheet': ({ far }) =>
      far === true
        ? 'Bladet ”{sheet}” har {count} celler mycket långt från alla andra. De lämnades ute.'
        : 'Bladet ”{sheet}” har {count} celler utanför vad ett blad rymmer. De lämnades ute.',
    'delimiter-doubtful': (params) =>
      `Det är osäkert vad som skiljer kolumnerna åt; ${delimiterOf(params)} antogs. Titta på förhandsvisningen och välj ett annat tecken om kolumnerna är fel.`,
    'encoding-doubtful':
      'Det är osäkert hur filens bokstäver är kodade; {encoding} antogs. Ser å, ä eller ö fel ut i förhandsvisningen, välj en annan teckenkodning.',
    'extension-mismatch':
      'Filen heter .{extension} men innehåller {format}. Den lästes som {format}.',
    'invalid-characters':
      'Cellen har tecken som inte kunde läsas (�). Välj en annan teckenkodning eller rätta cellen.',
    'mixed-line-breaks':
      'Filen blandar flera slags radbrytningar. Kontrollera att ingen rad har delats i två.',
    'more-issues': 'Det finns fler än {most} anmärkningar av det här slaget; de övriga visas inte.',
    'nul-characters':
      'Cellen har NUL-tecken, vilket tyder på en skadad fil eller fel teckenkodning. Kontrollera cellen.',
    'quote-in-quotes':
      'Ett citattecken inne i en cell med citattecken var inte dubblerat. Det behölls som en del av texten; kontrollera cellen.',
    'separator-line': (params) =>
      `Filens första rad anger avgränsaren (${delimiterOf(params)}). Den användes och är ingen datarad.`,
    'sheet-empty': 'Bladet ”{sheet}” är tomt. Välj ett annat blad.',
    'sheet-unreadable':
      'Bladet ”{sheet}” går inte att läsa och hoppades över. Spara om arbetsboken om det behövs.',
    'stray-quote':
      'Ett citattecken står mitt i en cell. Det behölls som en del av texten; kontrollera cellen.',
    'too-few-cells':
      'Raden har {found} celler där rubrikraden har {expected}. De som saknas togs som tomma; kontrollera att värdena står i rätt kolumner.',
    'too-many-cells':
      'Raden har {found} celler där rubrikraden har {expected}. Kanske innehåller en text avgränsaren; kontrollera att värdena står i rätt kolumner.',
    'unterminated-quote':
      'Ett citattecken öppnas men stängs aldrig, så resten av filen togs för en enda cell. Stäng det i filen, eller välj inget citattecken.',
    'workbook-empty': 'Arbetsboken har inget blad med celler.',
    'duplicate-header':
      'Flera kolumner heter ”{header}”. Kontrollera att var och en går till rätt fält.',
    'no-data-rows': 'Det finns inga rader under rubrikraden, så det finns inget att importera.',
    'totals-row':
      'Den sista raden (”{value}”) summerar raderna ovanför. Utelämna den om den inte är en egen post.',
    'boolean-invalid': '”{value}” är varken ja eller nej. Skriv ja eller nej.',
    'cell-error': 'Cellen innehåller kalkylfelet {value}. Rätta formeln eller töm cellen.',
    'choice-unknown':
      '”{value}” är inget av alternativen. Välj ett alternativ för det, eller rätta cellen.',
    'date-impossible': (params) =>
      `”{value}” är ingen dag i kalendern (läst som ${orderOf(params)}). Rätta den, eller välj en annan ordning på dag och månad för kolumnen.`,
    'date-invalid': '”{value}” är inget datum. Skriv det som 2024-03-01.',
    'date-order-ambiguous': (params) =>
      params['conflict'] === true
        ? `Kolumnen har datum med dagen först och datum med månaden först. ”{value}” lästes som ${orderOf(params)}; kontrollera det eller välj en annan ordning.`
        : `Inget i kolumnen visar om dagen eller månaden står först. ”{value}” och de andra lästes som ${orderOf(params)}; välj en annan ordning om det är fel.`,
    'decimal-ambiguous': ({ decimal, conflict }) =>
      conflict === true
        ? `Kolumnen har tal med decimalkomma och tal med decimalpunkt. ”{value}” lästes med ${decimal === ',' ? 'komma' : 'punkt'} som decimaltecken; kontrollera det eller välj det andra.`
        : `Inget i kolumnen visar om ”{value}” har decimaler. Det lästes med ${decimal === ',' ? 'komma' : 'punkt'} som decimaltecken; välj det andra om det är fel.`,
    'decimal-differs': ({ decimal }) =>
      `”{value}” har decimal${decimal === ',' ? 'punkt' : 'komma'}, till skillnad från resten av kolumnen. Det lästes så; kontrollera det.`,
    'digits-rounded':
      '”{value}” är ett tal med fler siffror än ett kalkylprogram behåller; de sista kan ha blivit nollor. Jämför med originalet, och spara sådana nummer som text.',
    'email-invalid': '”{value}” är ingen e-postadress. Skriv den som namn@exempel.se.',
    'email-several':
      '”{value}” innehåller flera e-postadresser, och fältet tar en. Behåll en av dem.',
    // A word is no number with the other sign either.
    'number-invalid': ({ decimal, value }) =>
      decimal === undefined || !/\d/u.test(String(value))
        ? '”{value}” är inte ett tal. Skriv bara siffror.'
        : `”{value}” är inte ett tal med decimal${decimal === ',' ? 'komma' : 'punkt'}. Rätta det, eller välj det andra decimaltecknet för kolumnen.`,
    'number-too-long':
      '”{value}” har fler siffror än ett tal rymmer, så de sista skulle gå förlorade. Låt kolumnen gå till ett textfält.',
    'offset-dropped':
      'Kolumnens tider har en tidszon (som ”{value}”). Tiden behölls som den är skriven, zonen lämnades ute.',
    'phone-country-missing':
      '”{value}” saknar landsnummer, så det går inte att säga vems nummer det är. Skriv det med + och landsnummer.',
    'phone-doubtful':
      '”{value}” är lika långt som ett telefonnummer men hör inte till någon känd nummerserie. Det importeras; kontrollera det.',
    'phone-invalid':
      '”{value}” är inget telefonnummer. Skriv det med + och landsnummer, som +46 70 123 45 67.',
    'phone-rounded':
      '”{value}” är ett telefonnummer som ett kalkylprogram gjort till ett avrundat tal; de sista siffrorna är borta. Skriv numret på nytt, som text.',
    'phone-several':
      '”{value}” innehåller flera telefonnummer, och fältet tar ett. Behåll ett av dem.',
    'phone-within-text': '{number} togs ur ”{value}”; resten lämnades ute. Kontrollera det.',
    'placeholder-empty': '”{value}” lästes som tomt.',
    'time-dropped':
      'Kolumnens datum har klockslag (som ”{value}”), och fältet rymmer bara datumet. Klockslaget lämnades ute.',
    'url-invalid': '”{value}” är ingen webbadress. Skriv den som https://exempel.se.',
    'value-dropped':
      'Två kolumner går till det här fältet. ”{kept}” behölls, ”{value}” lämnades ute.',
    'check-refused': '{message}',
    'check-threw':
      'Kontrollen av värdet misslyckades: {message} Värdet kan inte importeras förrän kontrollen fungerar.',
    'format-invalid':
      '”{value}” är inte giltigt som {label}: en siffra är fel, saknas eller är för mycket. Rätta det.',
    'not-integer': '”{value}” har decimaler. Skriv ett heltal.',
    'not-unique': ({ firstRow, matched }) => {
      const instead = matched === true ? ', eller det andra som raden matchas på.' : undefined;
      return firstRow === undefined
        ? `”{value}” finns redan på en annan post, och {label} måste vara unikt. Rätta det${instead ?? ', eller matcha på {label} för att uppdatera den posten.'}`
        : `”{value}” står också på rad {firstRow}, och {label} måste vara unikt. Rätta ett av dem${instead ?? ', eller matcha på {label} så att båda blir en post.'}`;
    },
    'pattern-mismatch': ({ example }) =>
      example === undefined
        ? '”{value}” är inte skrivet som fältet kräver. Rätta det.'
        : '”{value}” är inte skrivet som fältet kräver. Skriv det som {example}.',
    required: ({ mapped, late }) => {
      if (mapped !== false)
        return '{label} är tomt, och en ny post kräver det. Fyll i det, eller ange ett standardvärde.';
      return late === true
        ? '{label} saknas, och en ny post kräver det. Öppna felfilen som en ny import, med en kolumn för {label} eller ett standardvärde.'
        : '{label} saknas, och en ny post kräver det. Låt en kolumn gå till {label}, eller ange ett standardvärde.';
    },
    'too-early': '{value} är före {min}, det tidigaste datum fältet tar. Rätta det.',
    'too-large': '{value} är mer än {max}, det mesta fältet tar. Rätta det.',
    'too-late': '{value} är efter {max}, det senaste datum fältet tar. Rätta det.',
    'too-long': 'Texten har {length} tecken; fältet tar högst {max}. Korta den.',
    'too-short': 'Texten har {length} tecken; fältet tar minst {min}. Fyll ut den.',
    'too-small': '{value} är mindre än {min}, det minsta fältet tar. Rätta det.',
    'ambiguous-match': ({ value, done }) => {
      const next = {
        created: 'En ny skapades.',
        skipped: 'Raden utelämnades.',
        open: 'Välj i inställningarna om en ny ska skapas eller raden hoppas över.',
      }[done === 'created' || done === 'skipped' ? done : 'open'];
      return value === undefined
        ? `Flera poster passar in på raden. ${next}`
        : `{count} sparade poster passar in på raden: {value}. ${next}`;
    },
    'id-unknown': 'Ingen post har id ”{value}”, så en ny skapas med ett eget id.',
    'parent-differs':
      'Posten hör till en annan överordnad post än raden säger. Den blir kvar där den är.',
    'reference-ambiguous':
      '”{value}” passar in på {count} poster, så det går inte att säga vilken som menas. Skriv något som bara en av dem har.',
    'reference-unknown':
      '”{value}” hittades inte som {label}. Rätta det, eller skapa den posten först.',
    'cell-cut':
      'En cell har fler än {most} tecken, så den här filen har bara början av den. Låt den vara och släpp filen på samma import för att behålla hela texten, eller använd CSV-filen.',
    'depends-on-rejected-row':
      'Raden behöver en post från en rad ovanför som inte togs med. Rätta den raden och importera sedan båda.',
    'held-back':
      'Inte skriven, eftersom en annan rad har ett fel. Rätta den raden och importera sedan båda.',
    'not-reached':
      'Inte skriven, eftersom importen avbröts före den här raden. Importera den igen.',
    'write-failed': ({ message }) =>
      `Raden kunde inte skrivas${message === undefined || message === '' ? '' : ': {message}'}. Inget av den sparades; försök igen.`,
    'write-refused': ({ message }) =>
      message === undefined || message === ''
        ? 'Systemet som posterna går till tog inte emot raden. Rätta den och importera den igen.'
        : '{message}',
  },
  otherIssue: 'Det här godtogs inte ({code}).',
  errors: {
    'file-empty': 'Filen är tom. Välj en som har rubriker och rader.',
    'file-encrypted':
      'Arbetsboken är skyddad med lösenord och går därför inte att läsa. Öppna den i ett kalkylprogram, spara den utan lösenord och försök igen.',
    'file-corrupt':
      'Filen är skadad eller ofullständig och går inte att läsa. Öppna den i ett kalkylprogram, spara om den och försök igen.',
    'file-unsupported': ({ name, kind }) =>
      `${name === undefined ? 'Filen' : '”{name}”'} är ${
        kind === 'ZIP'
          ? 'ett ZIP-arkiv och ingen arbetsbok. Packa upp det och välj en fil som ligger i det.'
          : 'varken en textfil med kolumner eller en arbetsbok. Spara den som CSV eller XLSX och försök igen.'
      }`,
    'file-too-large': ({ limit, row, ratio }) =>
      ratio !== undefined
        ? 'Arbetsboken packas upp till mer än {ratio} gånger sin storlek, vilket ingen tabell gör, så den öppnas inte. Spara bladet som CSV och importera det.'
        : `Filen är större än vad som går att läsa${row === undefined ? '' : ' (rad {row})'}${limit === undefined ? '' : '; gränsen är {limit}'}. Dela den, eller kontrollera avgränsare och citattecken.`,
    'file-unreadable':
      'Filen går inte längre att läsa: den flyttades, ändrades eller togs bort efter att den valdes. Välj den på nytt.',
    'sheet-missing': ({ sheets }) =>
      `Bladet ”{sheet}” finns inte i arbetsboken.${sheets === undefined ? '' : ' Välj något av {sheets}.'}`,
    'option-invalid': ({ option }) =>
      option === undefined
        ? 'En inställning är ogiltig: {message}'
        : 'Inställningen {option} är ogiltig: {message}',
    'schema-invalid':
      'Schemat går inte att använda. Den som driver programmet behöver rätta det: {message}',
    'recipe-invalid': ({ field }) =>
      field === undefined
        ? 'De sparade inställningarna passar inte filen: {message}'
        : 'De sparade inställningarna nämner ett fält som inte finns längre ({entity}.{field}). Para ihop kolumnen på nytt.',
    'check-failed':
      'Programmets egen kontroll av raderna misslyckades, och inget har skrivits. Försök igen, eller kontakta den som driver programmet. ({detail})',
    'adapter-failed': ({ reason }) =>
      `Det gick inte att nå platsen dit posterna ska${reason === undefined ? '' : ' ({reason})'}. Försök igen; det som redan är skrivet skrivs inte två gånger.`,
    'store-failed':
      'Utkastet kunde inte sparas. Arbetet finns kvar så länge sidan är öppen; försök igen. ({message})',
    'worker-failed':
      'Arbetet i bakgrunden avbröts oväntat. Ladda om sidan och försök igen. ({message})',
    'not-permitted': '{message}',
    'state-invalid': 'Det går inte att göra just nu: {message}',
  },
  otherError: 'Något gick fel: {message}',
};
