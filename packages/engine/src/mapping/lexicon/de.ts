import type { Terms } from './units.ts';

export const de: Terms = {
  'first-name': 'Vorname, Vornamen, Rufname',
  'middle-name':
    'zweiter Vorname, weitere Vornamen, Mittelname, Zwischenname, 2. Vorname, weiterer Vorname',
  'last-name': 'Nachname, Familienname, Zuname, Name 2 Nachname, Nachnamen',
  'full-name':
    'vollständiger Name, voller Name, Anzeigename, Vor- und Nachname, Vor- und Zuname, ganzer Name, Name vollständig, Name komplett, Personenname, Angezeigter Name',
  'contact-name':
    'Ansprechpartner, Ansprechperson, Kontaktperson, Kontaktname, Name Ansprechpartner, Ansprechpartnerin, Ansprechpartner Name, zu Händen, z Hd, zHd, Hauptansprechpartner',
  salutation: 'Anrede, Briefanrede, Anredeform, Namenspräfix, Begrüßung, Grußformel, Anrede Titel',
  'name-suffix': 'Namenszusatz, Suffix, Namenssuffix, Vorsatzwort',
  initials: 'Initialen',
  nickname:
    'Spitzname, Kurzname, Kurzbezeichnung, Suchname, Suchbegriff, Matchcode, Rufname kurz, Suchwort, Kürzel',
  'user-name':
    'Benutzername, Nutzername, Login, Anmeldename, Benutzerkennung, Benutzer-ID, Bildschirmname',
  gender: 'Geschlecht',
  'birth-date':
    'Geburtsdatum, Geburtstag, geboren am, geb, geb.-Datum, Geb.datum, Geburtsdat, geboren, Geburtsjahr datum',
  'national-id':
    'Personalausweisnummer, Sozialversicherungsnummer, Ausweisnummer, SV-Nummer, AHV-Nummer, Personenkennziffer, Sozialversicherungsnr, SVNR, Personalausweis, Regierungs-ID, Ausweis-Nr',
  'job-title':
    'Position, Funktion, Stellung, Stellenbezeichnung, Jobtitel, Rolle, Berufstitel, Tätigkeit, Dienststellung, Amtsbezeichnung',
  department: 'Abteilung, Abt, Bereich, Geschäftsbereich, Team, Fachbereich, Referat, Dienststelle',
  company:
    'Firma, Unternehmen, Betrieb, Arbeitgeber, Organisation, Gesellschaft, Institution, Verein, Unternehmens, Firmen, Einrichtung, Organisations',
  'company-name':
    'Firmenname, Unternehmensname, Firmenbezeichnung, Name des Unternehmens, Firmierung, Unternehmensbezeichnung, Organisationsname, Name der Firma, Name Adressattyp Unternehmen, Kontoname, Accountname',
  'org-number':
    'Handelsregisternummer, Registernummer, HRB, HR-Nummer, Handelsregister, Firmenbuchnummer, Registrierungsnummer, Handelsregisternr, HRB-Nummer, Unternehmensnummer, UID-Nummer Schweiz, Wirtschafts-ID, Firmennummer, Organisationsnummer, HR-Nr, Handelsregister-Nr, Unternehmens-ID, Betriebsnummer',
  'vat-number':
    'USt-IdNr, USt-ID, UStID, USt-Id-Nr, Umsatzsteuer-ID, Umsatzsteuer-Identifikationsnummer, Umsatzsteueridentifikationsnummer, UID, UID-Nummer, UID-Nr, EU-UStID, USt-Nummer, USt-Nr, MwSt-Nummer, MwSt-Nr, VAT-Nummer, USt-IdNummer, Umsatzsteuernummer, EU-USt-IdNr, Mehrwertsteuernummer, USt-Identnummer, Ust Ident Nr, EU-UStId, Umsatzsteuer-IdNr, USt-Ident-Nr, UStIDNr',
  'tax-number':
    'Steuernummer, Steuer-Nr, Steuernr, Steuer-ID, Steueridentifikationsnummer, StNr, St.-Nr, Steuer-Identifikationsnummer',
  industry:
    'Branche, Wirtschaftszweig, Sektor, Branchenzweig, Industrie, Branchenbezeichnung, Gewerbe, Geschäftsfeld',
  'employee-count':
    'Anzahl Mitarbeiter, Mitarbeiterzahl, Mitarbeiteranzahl, Mitarbeiter, Beschäftigte, Unternehmensgröße, Anzahl der Mitarbeiter, Firmengröße, Anzahl Beschäftigte, Beschäftigtenzahl, Anzahl der Beschäftigten, Mitarbeitende, Anz Mitarbeiter, Anzahl Mitarbeitende',
  employee: 'Angestellte',
  revenue: 'Umsatz, Jahresumsatz, Umsatzerlöse, Erlös, Umsatz pro Jahr, Nettoumsatz',
  'legal-form': 'Rechtsform, Gesellschaftsform, Unternehmensform, Adressattyp',
  founded: 'Gründungsdatum, gegründet, Gründungsjahr, Gründung',
  email:
    'E-Mail, Email, E-Mail-Adresse, Emailadresse, Mail, Mailadresse, E-Mailadresse, elektronische Post, Mail-Adresse',
  phone:
    'Telefon, Telefonnummer, Tel, Tel.-Nr, Telefonnr, Rufnummer, Telefon-Nr, Fon, Festnetz, Festnetznummer, Telefonnr., Tel-Nr, Tel. Nr, Telnr, Telefon Festnetz, Ruf, Fernsprecher, Tel G',
  mobile:
    'Mobil, Mobiltelefon, Handy, Mobilnummer, Handynummer, Mobilfunk, Mobilfunknummer, Mobilnr, Handynr, Mobil-Nr, Mobiltel, Natel, Mobilrufnummer, Funktelefon, Telefon mobil',
  fax: 'Fax, Faxnummer, Telefax, Fax-Nr, Faxnr, Telefaxnummer, Telefax-Nr',
  pager: 'Pager, Telex, Autotelefon, ISDN, Mobiltelefon Auto',
  website:
    'Webseite, Website, Internetseite, Homepage, Internet, Webadresse, Internetadresse, Web, URL, WWW, Webauftritt, Domain, Domäne, Netzseite',
  url: 'Link',
  'social-profile':
    'LinkedIn, LinkedIn-Profil, Xing, Xing-Profil, Facebook, soziale Medien, Profil-URL, Social Media',
  address: 'Adresse, Anschrift, Adr, Adressen, Adressdaten, Postanschrift vollständig',
  'full-address': 'vollständige Adresse, komplette Adresse, Gesamtadresse, vollständige Anschrift',
  street:
    'Straße, Str, Strasse und Hausnummer, Straßenname, Straße und Hausnummer, Straße Hausnummer, Straße und Nr, Straße/Nr, Straße Nr, Straße/Hausnummer, Adresszeile, Straßenanschrift, Anschriftenzeile, Strassenname, Straße & Hausnummer, Straße Haus-Nr, Gasse, Straße + Nr',
  'house-number': 'Hausnummer, Hausnr, Haus-Nr, Hnr, HausNr.',
  'address-line-2':
    'Adresszusatz, Zusatz, Anschriftenzusatz, Wohnung, Stockwerk, Etage, Wohnungsnummer, Zusatzzeile, Gebäude, Adressergänzung, Zusätzliche Adresszeile, Stiege, Appartement, Raum',
  'care-of': 'c/o',
  'po-box': 'Postfach, Postfachnummer, Postfach-Nr',
  'postal-code': 'Postleitzahl, PLZ, Postleitz, PLZ-Nr, Plz., PLZ Straße, Postzahl, PLZahl',
  post: 'Post',
  city: 'Ort, Stadt, Wohnort, Ortsname, Ortschaft, Stadt/Ort, Ort/Stadt, Gemeinde, Wohnsitz',
  'postal-place': 'PLZ Ort, PLZ/Ort, PLZ und Ort',
  district: 'Ortsteil, Stadtteil, Bezirk, Stadtbezirk',
  municipality: 'Kommune',
  region:
    'Bundesland, Region, Kanton, Provinz, Staat/Provinz, Landkreis, Kreis, Bundesstaat, Gebiet, Bundesland/Kanton',
  country: 'Land, Staat, Ländername, Länderbezeichnung, Landesname, Land/Region',
  'country-code':
    'Länderkennzeichen, Ländercode, Landescode, Länderkürzel, LKZ, Länderkennung, Land ISO, Landcode, Ländercode ISO, Länderschlüssel, Landkennzeichen, Landeskennzeichen',
  coordinates: 'Breitengrad, Längengrad, Koordinaten, Geokoordinaten',
  'time-zone': 'Zeitzone',
  'customer-number':
    'Kundennummer, Kundennr, Kunden-Nr, Kd-Nr, KdNr, Kunden-ID, KundenID, Kundennr., Debitorennummer, Debitor-Nr, Debitorennr, Debitornummer, Kundencode, Mitgliedsnummer, Mitglieds-Nr, Mitglieds-ID, Kundenkonto, Adressnummer, Adress-Nr, Kontaktnummer, Kunden Nr, Kundenkennung, Kundennummern, Personenkonto, Klientennummer, Mandantennummer, Klient-ID, Patientennummer',
  'supplier-number':
    'Lieferantennummer, Lieferantennr, Lieferanten-Nr, Kreditorennummer, Kreditor-Nr, Lieferanten-ID, Kreditorennr, Lief-Nr',
  'record-id':
    'Datensatz-ID, interne ID, eindeutige ID, Kontakt-ID, Firmen-ID, System-ID, Datensatznummer, laufende Nummer, lfd Nr, Adress-ID, Account-ID, Organisations-ID, Objekt-ID, Partner-ID, Kennung, Externe ID, Externe Nummer',
  id: 'ID, Ident, Schlüssel, Identifikation',
  number: 'Nummer, Nr, Num, No',
  code: 'Code, Kode, Kürzel Code, Kennzeichen',
  name: 'Name, Bezeichnung, Namen, Namens',
  date: 'Datum, Dat, Tag',
  time: 'Zeit, Uhrzeit, Zeitpunkt',
  year: 'Jahr',
  type: 'Typ, Art, Klassifizierung',
  'customer-type':
    'Privatperson, Kundentyp, Kundenart, Kontotyp, Kontakttyp, Kontaktart, Firmentyp, Art des Kunden, Adressart, Unternehmenstyp, Privat/Firma, Privatkunde/Geschäftskunde, Personentyp, Mitgliedsart, Partnerart, Adresstyp, Accounttyp, Geschäftspartnertyp, Kontakt-Typ, Organisationstyp, Kundenklasse',
  status: 'Status, Zustand, Phase, Stufe',
  'customer-status': 'Kundenstatus, Lead-Status, Kontaktstatus, Mitgliedsstatus, Leadstatus',
  active: 'aktiv, inaktiv, gesperrt, archiviert, Sperrkennzeichen, deaktiviert, gelöscht',
  group: 'Gruppe, Kategorie, Kategorien, Segment, Gruppen, Liste, Rubrik',
  'customer-group':
    'Kundengruppe, Kundenkategorie, Kundensegment, Kontaktgruppe, Adressgruppe, Kundengruppen, Kontaktkategorie, Kundenklassifizierung',
  tags: 'Tags, Etiketten, Labels, Markierungen, Merkmale, Selektionen, Etikett, Markierung',
  owner:
    'Besitzer, Kundenbetreuer, Betreuer, Vertriebsmitarbeiter, Sachbearbeiter, Vertreter, Verkäufer, zugewiesen an, Inhaber, Kontaktinhaber, Eigentümer, Außendienst, Key Account Manager, zugewiesen, zuständiger Mitarbeiter, Kontoinhaber Kunde, Account Manager, Berater, Bearbeiter, zuständig, Kundenverantwortlicher, Außendienstmitarbeiter, Datensatzinhaber, Zuständiger, Vertriebsbeauftragter, Innendienst, Kontakteigentümer',
  notes:
    'Notiz, Notizen, Bemerkung, Bemerkungen, Kommentar, Kommentare, Anmerkung, Anmerkungen, Beschreibung, Memo, Freitext, Zusatzinformationen, Hinweis, Hinweise, Info, weitere Informationen, Sonstiges, Zusatzinfo, interne Notiz, Nachricht, Mitteilung, Vermerk, Informationen, Langtext, Notizfeld',
  'created-at':
    'erstellt am, erstellt, angelegt am, Anlagedatum, Erstellungsdatum, Erfassungsdatum, erfasst am, hinzugefügt am, Registrierungsdatum, Kunde seit, Mitglied seit, Eintrittsdatum, angelegt, Datum der Erstellung, Anlage, Erfassungstag, Datum Anlage, registriert am, Eingabedatum, Eintritt, Erstelldatum, hinzugefügt, Aufnahmedatum, Anmeldedatum, Anlagezeitpunkt',
  'updated-at':
    'geändert am, geändert, zuletzt geändert, Änderungsdatum, aktualisiert am, letzte Änderung, aktualisiert, zuletzt aktualisiert, zuletzt bearbeitet, bearbeitet am',
  created: 'Erstellung',
  registered: 'Registrierung, registriert',
  since: 'seit',
  'lead-source':
    'Leadquelle, Lead-Quelle, Kontaktquelle, Adressquelle, Kundenherkunft, wie haben Sie von uns erfahren, Akquisekanal, ursprüngliche Quelle, Werbequelle, Erstkontakt über, Kundenquelle, aufmerksam geworden',
  source: 'Quelle, Herkunft, Ursprung, Kanal',
  language:
    'Sprache, Sprachcode, Korrespondenzsprache, Sprachkennzeichen, bevorzugte Sprache, Belegsprache, Muttersprache, Sprachkürzel',
  currency:
    'Währung, Währungscode, Währungskennzeichen, Kundenwährung, Währungskürzel, WKZ, Standardwährung',
  'total-spent':
    'Gesamtumsatz, Umsatz gesamt, Gesamtausgaben, Kundenwert, Summe Umsatz, insgesamt ausgegeben, Bestellwert gesamt',
  amount: 'Betrag, Summe, Gesamtbetrag',
  total: 'gesamt, insgesamt, Total, netto, brutto',
  iban: 'IBAN, IBAN-Nr, IBAN-Nummer',
  bic: 'BIC, Bankleitzahl, BLZ, SWIFT, BIC-Code, SWIFT-Code',
  'bank-account':
    'Kontonummer, Bankverbindung, Bankkonto, Kontonr, Bankkontonummer, Konto-Nr, Bankdaten, Kontoinhaber, Bank-Kontonummer',
  'ledger-account':
    'Sachkonto, Erlöskonto, Gegenkonto, Konto, Sammelkonto, Fibu-Konto, Buchungskonto, Debitorenkonto, Kreditorenkonto, Kontoart, Diverse-Konto',
  gln: 'GLN, ILN, EAN',
  'e-invoice':
    'E-Rechnung, Leitweg-ID, XRechnung, Rechnungsversand, Zugferd, elektronische Rechnung, Versandart Rechnung',
  'payment-terms':
    'Zahlungsbedingung, Zahlungsbedingungen, Zahlungsziel, Zahlungsfrist, Zahlungskondition, Zahlungskonditionen, Skonto, Skontotage, Nettotage, Zahlungsziel Tage, Fälligkeit in Tagen, Zahlungszieltage, Skonto Prozent',
  'delivery-terms': 'Lieferbedingung, Lieferbedingungen, Lieferkondition',
  'delivery-method': 'Lieferart, Versandart, Versandmethode, Liefermethode, Versandweg',
  discount: 'Rabatt, Rabattsatz, Rabattgruppe, Nachlass, Rabatt in Prozent',
  'price-list': 'Preisliste, Preisgruppe',
  'credit-limit': 'Kreditlimit, Kreditrahmen, Kredit',
  'invoice-number': 'Rechnungsnummer, Rechnungs-Nr, Rechnungsnr, Belegnummer, Belegfeld',
  'order-number': 'Bestellnummer, Auftragsnummer, Bestell-Nr, Auftrags-Nr, Bestellnr',
  'cost-centre': 'Kostenstelle, Kostenträger',
  'our-reference': 'unser Zeichen, unsere Referenz, unser Ansprechpartner',
  'your-reference':
    'Ihr Zeichen, Ihre Referenz, Kundenreferenz, unsere Kundennummer, Kundennummer beim Lieferanten, eigene Kundennummer',
  reference: 'Referenz, Ref, Zeichen',
  title: 'Titel, akademischer Titel, Namenstitel',
  count: 'Anzahl, Anz, Menge, Zahl',
  line: 'Zeile',
  first: 'erster, erste, erstes',
  last: 'letzter, letzte, letztes, zuletzt, neueste, vorherige',
  birth: 'Geburts, Geburt',
  vat: 'MwSt, USt, Umsatzsteuer, Mehrwertsteuer, Umsatzsteuerpflichtig, Steuersatz, Kleinunternehmer',
  tax: 'Steuer, steuerfrei, Steuerschlüssel, Steuerart',
  responsible: 'verantwortlich, Verantwortlicher',
  billing: 'Rechnung, Rechnungs, Rechnungsempfänger, Re, Abrechnung, Faktura, Rechnungen',
  shipping: 'Lieferung, Liefer, Versand, Empfänger, Warenempfänger',
  mailing: 'Korrespondenz, Brief, Postalisch, Hauptanschrift post, Zustell',
  visiting: 'Besuch, Besuchs',
  seat: 'Sitz, Firmensitz, Hauptsitz, Zentrale',
  work: 'Geschäft, geschäftlich, Arbeit, dienstlich, Büro, Arbeits, beruflich, gesch, Geschäfts, Dienst, tagsüber, Dienstlich',
  home: 'privat, zuhause, Zuhause, Heim, Wohn, zu Hause, abends, persönlich',
  primary: 'primär, Haupt, Standard, primäre, bevorzugt, allgemein',
  switchboard: 'Telefonzentrale, Durchwahl zentrale, Firma Haupttelefon, Firmenhauptnummer',
  direct: 'Durchwahl, direkt, Direktwahl, DW',
  other:
    'weitere, weiterer, weiteres, andere, anderer, sonstige, alternativ, alternative, zusätzlich, zusätzliche, zweite, zweiter, zweites, sekundär, abweichende, abweichend, abweichender, weit, Andere',
  customer:
    'Kunde, Kunden, Kundin, Debitor, Auftraggeber, Debitoren, Klient, Kd, Mandant, Besteller, Käufer, Kundinnen',
  contact: 'Kontakt, Kontakte, Kontaktdaten, Ansprechpartners, Kontaktinformationen, AP',
  person: 'Person, Personen, Partner, Geschäftspartner',
  account: 'Account, Benutzerkonto',
  lead: 'Interessent, Lead, Interessenten',
  supplier: 'Lieferant, Kreditor, Lieferanten, Kreditoren',
  member:
    'Mitglied, Mitglieder, Mitglieds, Abonnent, Mieter, Gast, Patient, Bewerber, Spender, Mitgliedschaft',
  participant: 'Teilnehmer, Teilnehmers, Teilnehmerin, angemeldet',
  student: 'Schüler, Student, Kind, Kindes',
  order:
    'Bestellung, Auftrag, Angebot, Buchung, Kauf, Bestellungen, Bestell, Auftrags, gekauft, Beleg',
  product: 'Artikel, Produkt, Artikelnummer, Ware, Leistung, Produkte, Artikelnr, Lager',
  event: 'Veranstaltung, Termin, Kurs, Ereignis, Jahrestag, Jubiläum, Hochzeitstag, Namenstag',
  ticket: 'Ticket, Tickets, Eintrittskarte, Vorgang',
  project: 'Projekt, Aufgabe',
  campaign: 'Kampagne, Newsletter, Werbung, Mailing, Formular, Werbe, Aktion',
  deal: 'Verkaufschance, Geschäftsabschluss, Chance, Abschluss',
  subscription: 'Abonnement, Abo, Tarif, Plan',
  payment:
    'Zahlung, bezahlt, Zahlungsart, Zahlungsweise, Gebühr, Mahnung, Mahnstufe, Fälligkeit, fällig, Lastschrift, Kosten, Zins, Kreditkarte, Zahlungsmethode, Mahnverfahren, Mandatsreferenz, SEPA, Einzug, Inkasso, Zinsen, Zahlungsverkehr, Wechselkurs, Zahlungsträger',
  contract: 'Vertrag, Vereinbarung',
  bank: 'Bank, Bankname, Kreditinstitut, Bankbezeichnung, Geldinstitut',
  price: 'Preis',
  balance: 'Saldo, Kontostand, offene Posten, Schulden, Eröffnungssaldo, OP',
  consent:
    'Einwilligung, DSGVO, Opt-in, abgemeldet, Zustimmung, Werbeeinwilligung, Datenschutz, Werbesperre, erlaubt, akzeptiert, einverstanden, Erlaubnis',
  activity:
    'Aktivität, letzter Kontakt, Wiedervorlage, letzte Aktivität, Anruf, letzte Anmeldung, letzter Login, Kontaktversuch, zuletzt kontaktiert, kontaktiert, Besuche',
  file: 'Bild, Foto, Datei, Anhang, Logo, Dokument',
  user: 'Benutzer, Passwort, Nutzer, Kennwort',
  assistant: 'Assistent, Sekretariat, Assistentin, Sekretär, Assistenz',
  manager: 'Vorgesetzter, Geschäftsführer, Chef, Leiter, Manager, Geschäftsführung',
  relative:
    'Ehepartner, Ehegatte, Kinder, Lebenspartner, Erziehungsberechtigter, Eltern, Elternteil, Mutter, Vater, Angehöriger, Partnerin, Beziehung',
  emergency: 'Notfallkontakt, Notfall',
  referrer: 'empfohlen von, geworben von, Empfehlung, Vermittler',
  'parent-company':
    'Muttergesellschaft, Konzern, Mutterunternehmen, übergeordnet, übergeordnete Firma, Hauptunternehmen, übergeordnetes Unternehmen',
  phonetic: 'phonetisch',
  verified: 'verifiziert, bestätigt, geprüft, gültig',
  extension: 'Nebenstelle, Vorwahl, Durchwahl Nst, Landesvorwahl, Ortsvorwahl',
  rating: 'Bewertung, Punkte, Bonität, Score',
  priority: 'Priorität, Wichtigkeit, Vertraulichkeit',
  location: 'Standort, Niederlassung, Filiale, Geburtsort, Raum Büro',
  nationality:
    'Nationalität, Staatsangehörigkeit, Familienstand, Konfession, Hobby, Hobbys, Ausbildung, Schule, Staatsbürgerschaft, Interessen',
  age: 'Alter',
  by: 'erstellt von, geändert von, angelegt von, erfasst von, aktualisiert von',
  value: 'Feld, Wert, Angabe, Angaben, Daten, Eingabe, optional, Pflichtfeld, ggf',
  stop: 'der, die, das, des, dem, den, von, und, für, im, am, in, an, bei, mit, oder, zu, zur, zum, vom, per, nach, beim, ein, eine, auf, Ihr, Ihre, Ihrer',
  'employee-number':
    'Personalnummer, Personalnr, Personal-Nr, Mitarbeiternummer, Mitarbeiter-ID, Mitarbeiternr',
  occupation: 'Beruf, Berufsbezeichnung',
  'industry-code': 'Branchenschlüssel, WZ-Code',
  keyword: 'Stichwörter, Stichworte, Stichwort, Schlagworte, Schlagwörter, Schlagwort',
  month: 'Monat',
};
