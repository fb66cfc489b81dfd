/**
 * Words that stand in headings of lists of people, companies and sales, in the languages such lists
 * come in. They only tell a row of headings from a row of texts; what a heading means is for the mapping.
 */
const WORDS: ReadonlySet<string> = new Set(
  (
    'name first last full surname company organisation organization contact email mail phone mobile tel telephone fax ' +
    'address street city town zip postal postcode country state region county id no number nr date time day month year type ' +
    'status category group class title description comment comments note notes price amount total sum quantity qty cost value ' +
    'currency unit code url website web link age gender sex birthday language role department product item sku order customer ' +
    'client account invoice text label key score count rank owner created updated start end ' +
    'namn förnamn efternamn företag företagsnamn bolag organisationsnummer orgnr kontakt kontaktperson epost mejl telefon ' +
    'telefonnummer mobil adress gata ort stad postnr postnummer postort land län kommun datum tid typ kategori grupp titel ' +
    'beskrivning kommentar anteckning pris belopp summa antal kostnad värde valuta enhet kod hemsida webb ålder kön språk roll ' +
    'avdelning produkt artikel kund kundnr kundnummer faktura säljare ansvarig ' +
    'navn fornavn etternavn efternavn firma selskap selskab bedrift virksomhed postadresse by sted beløp antall dato ' +
    'nimi etunimi sukunimi yritys puhelin sähköposti osoite kaupunki postinumero maa päivä hinta määrä summa asiakas ' +
    'vorname nachname firmenname straße strasse hausnummer plz stadt bundesland datum betrag menge preis anzahl kunde kundennummer ' +
    'bemerkung beschreibung bezeichnung nummer geburtsdatum ' +
    'nom prénom société entreprise adresse ville pays téléphone courriel montant prix quantité commentaire code ' +
    'nombre apellido apellidos empresa correo teléfono dirección ciudad país fecha importe precio cantidad ' +
    'nome cognome azienda indirizzo città paese telefono data importo prezzo quantità ' +
    'nome apelido sobrenome empresa endereço cidade telefone preço quantidade ' +
    'naam voornaam achternaam bedrijf straat plaats woonplaats telefoon bedrag aantal ' +
    'nume prenume firmă firma companie localitate judeţ județ judet oraș oras adresă adresa sumă preț cantitate functie funcție ' +
    'imię nazwisko nazwa ulica miasto kraj telefon kwota cena ilość data jméno příjmení název město ulice cena částka ' +
    'név vezetéknév keresztnév cég utca város telefonszám ár mennyiség'
  ).split(' '),
);

/** Whether a heading has one of the words, on its own or in a compound (`first_name`, `E-postadress`, `customerId`). */
export function hasHeaderWord(heading: string): boolean {
  const words = heading
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('e-', 'e')
    .split(/[^\p{L}]+/u);
  return words.some((word) => WORDS.has(word));
}
