import type { Terms } from './units.ts';

export const pl: Terms = {
  'first-name': 'imię, imiona, pierwsze imię, imie',
  'middle-name': 'drugie imię, kolejne imię',
  'last-name': 'nazwisko, nazwisko rodowe, nazwiska',
  'full-name':
    'imię i nazwisko, nazwisko i imię, pełne imię i nazwisko, nazwa wyświetlana, pełna nazwa osoby, imię nazwisko, nazwisko imię, imiona i nazwisko, imię/nazwisko, wyświetlana nazwa',
  'contact-name':
    'osoba kontaktowa, osoba do kontaktu, imię i nazwisko osoby kontaktowej, nazwa kontaktu, przedstawiciel klienta, do rąk, osoby kontaktowe',
  salutation:
    'zwrot grzecznościowy, tytuł grzecznościowy, forma grzecznościowa, powitanie, prefiks, zwrot, pan/pani',
  'name-suffix': 'sufiks, przyrostek',
  initials: 'inicjały',
  nickname: 'pseudonim, skrót, akronim, nazwa skrócona, symbol skrócony, ksywka',
  'user-name': 'nazwa użytkownika, login',
  gender: 'płeć',
  'birth-date': 'data urodzenia, urodziny, data ur, urodzony, dzień urodzin, data urodzin',
  'national-id':
    'pesel, numer dowodu, nr dowodu osobistego, numer pesel, nr pesel, dowód osobisty, numer dowodu osobistego, paszport',
  'job-title':
    'stanowisko, funkcja, rola, stanowisko pracy, pozycja, nazwa stanowiska, tytuł zawodowy',
  department: 'dział, departament, wydział, zespół, jednostka, oddział firmy',
  company:
    'firma, przedsiębiorstwo, spółka, organizacja, kontrahent firma, instytucja, pracodawca, podmiot, firmy, stowarzyszenie',
  'company-name':
    'nazwa firmy, nazwa przedsiębiorstwa, pełna nazwa, nazwa pełna, nazwa organizacji, nazwa spółki, firma nazwa, nazwa podmiotu, nazwa prawna, nazwa konta, nazwa handlowa, nazwa działalności',
  'org-number':
    'regon, krs, numer krs, nr krs, numer regon, nr regon, numer rejestrowy, numer organizacji, numer w rejestrze, nip/regon',
  'vat-number':
    'nip ue, numer vat, vat ue, nip-ue, numer vat ue, nip europejski, nip (ue), nr vat, nr vat ue, vat-ue, numer vat-ue',
  'tax-number':
    'nip, numer nip, nr nip, numer identyfikacji podatkowej, identyfikator podatkowy, numer podatkowy, id podatkowe, nip/pesel, nip lub pesel',
  industry: 'branża, sektor, działalność, przemysł, rodzaj działalności, sektor działalności',
  'employee-count':
    'liczba pracowników, zatrudnienie, pracownicy, wielkość firmy, ilość pracowników, wielkość zatrudnienia, rozmiar firmy, liczba zatrudnionych',
  employee: 'pracownik, pracownika',
  revenue:
    'przychody, obrót, roczny przychód, przychód, obroty, roczne przychody, przychód roczny, roczny obrót',
  'legal-form': 'forma prawna, forma działalności',
  founded: 'data założenia, rok założenia, data powstania',
  email:
    'e-mail, email, adres e-mail, adres email, poczta elektroniczna, mail, adres mailowy, poczta, adres poczty elektronicznej, adres e-mailowy',
  phone:
    'telefon, tel, numer telefonu, nr telefonu, telefon stacjonarny, nr tel, tel stacjonarny, telefony, tel. stac, numer tel, telefon stacj',
  mobile:
    'telefon komórkowy, komórka, kom, tel kom, numer komórkowy, tel. komórkowy, mobile, telefon kom, gsm, nr komórkowy, nr tel komórkowego, komórkowy, numer telefonu komórkowego, tel komórkowy, sms',
  fax: 'fax, faks, numer faksu, nr faksu, nr fax, telefaks',
  website:
    'strona www, strona internetowa, www, witryna, adres www, witryna internetowa, strona, url, adres strony, domena, internet, strona web, adres strony www, strona główna, adres url, adres internetowy',
  url: 'link, odnośnik, odsyłacz',
  'social-profile': 'linkedin, profil linkedin, facebook, media społecznościowe',
  address: 'adres, adresy, adres korespondencyjny pełny',
  'full-address': 'pełny adres, adres pełny, cały adres',
  street:
    'ulica, ul, ulica i numer, ulica i nr, ulica nr, ulica i nr domu, ulica/nr, nazwa ulicy, ulica numer, adres ulica, ulica i numer domu, ulica nr domu',
  'house-number':
    'nr domu, numer domu, nr budynku, numer budynku, nr posesji, numer posesji, nr ulicy',
  'address-line-2':
    'nr lokalu, numer lokalu, nr mieszkania, numer mieszkania, lokal, mieszkanie, dodatkowe dane adresowe, piętro, budynek, uzupełnienie adresu',
  'po-box': 'skrytka pocztowa, skrytka, skr. pocztowa',
  'postal-code': 'kod pocztowy, kod poczt, kod-pocztowy, kod miasta, kod poczty',
  post: 'pocztowy, pocztowa',
  city: 'miasto, miejscowość, miejscowosc, poczta miasto, miasto/miejscowość',
  'postal-place': 'kod i miasto, kod miejscowość, kod pocztowy i miejscowość, kod i miejscowość',
  district: 'dzielnica, osiedle',
  municipality: 'gmina',
  region:
    'województwo, region, powiat, prowincja, stan/prowincja, woj, stan/województwo, województwo/stan',
  country: 'kraj, państwo, nazwa kraju, kraj/region, państwo kraj',
  'country-code': 'kod kraju, kod iso kraju, symbol kraju, kod państwa',
  coordinates: 'szerokość geograficzna, długość geograficzna, współrzędne',
  'time-zone': 'strefa czasowa',
  'customer-number':
    'numer klienta, nr klienta, kod klienta, id klienta, kod kontrahenta, identyfikator klienta, numer kontrahenta, symbol kontrahenta, nr kontrahenta, id kontrahenta, symbol klienta, numer członkowski, nr członkowski, numer konta klienta, identyfikator kontrahenta, numer karty',
  'supplier-number': 'kod dostawcy, numer dostawcy, nr dostawcy, id dostawcy',
  'record-id':
    'identyfikator rekordu, id kontaktu, id firmy, unikalny identyfikator, id wewnętrzne, id rekordu, liczba porządkowa, id organizacji, zewnętrzny identyfikator, id zewnętrzne, identyfikator zewnętrzny',
  id: 'id, identyfikator, klucz',
  number: 'numer, nr, num, no',
  code: 'kod',
  name: 'nazwa, nazwy',
  date: 'data, dzień',
  time: 'czas, godzina',
  year: 'rok',
  type: 'typ, rodzaj',
  'customer-type':
    'typ klienta, rodzaj klienta, typ kontrahenta, rodzaj kontrahenta, typ konta, typ kontaktu, firma/osoba, osoba fizyczna, typ firmy, rodzaj podmiotu, rodzaj kontaktu, osoba/firma, rodzaj działalności podmiotu, typ podmiotu, typ organizacji',
  status: 'status, stan realizacji, etap, faza',
  'customer-status':
    'status klienta, status leada, status kontaktu, status kontrahenta, etap cyklu życia, status konta, status rekordu',
  active: 'aktywny, nieaktywny, zablokowany, zarchiwizowany, aktywna, czy aktywny, nieaktywna',
  group: 'grupa, kategoria, kategorie, segment, grupy, lista, listy',
  'customer-group':
    'grupa klientów, grupa kontrahentów, grupa klienta, kategoria klienta, kategoria kontrahenta, segment klienta, grupa kontaktów, grupa kontrahenta, grupy klientów',
  tags: 'tagi, etykiety, etykieta, znaczniki, tag, oznaczenia, cechy',
  owner:
    'właściciel, opiekun, handlowiec, opiekun klienta, przypisany do, sprzedawca, przedstawiciel handlowy, opiekun handlowy, osoba odpowiedzialna, właściciel kontaktu, prowadzący, przypisany, opiekun kontrahenta, odpowiedzialny, menedżer klienta, właściciel konta, przypisany użytkownik',
  notes:
    'uwagi, notatki, notatka, opis, komentarz, komentarze, dodatkowe informacje, adnotacje, informacje dodatkowe, wiadomość, inne informacje, uwaga, notatka wewnętrzna, informacja dodatkowa, notatki wewnętrzne, inne',
  'created-at':
    'data utworzenia, utworzono, data dodania, utworzony, data rejestracji, dodano, klient od, data założenia konta, data wprowadzenia, data przyjęcia, data zapisu, data wpisu, zarejestrowano, data zapisania, dodany, utworzona, członek od',
  'updated-at':
    'data modyfikacji, zmodyfikowano, ostatnia zmiana, ostatnia modyfikacja, zaktualizowano, data aktualizacji, data zmiany, ostatnia aktualizacja, data ostatniej modyfikacji',
  created: 'utworzenie, dodanie',
  registered: 'rejestracja, rejestracji',
  since: 'od',
  'lead-source':
    'źródło leada, źródło pozyskania, źródło klienta, źródło kontaktu, źródło pochodzenia, skąd o nas wiesz, pochodzenie klienta, źródło potencjalnego klienta, skąd się dowiedział',
  source: 'źródło, pochodzenie, kanał',
  language: 'język, kod języka, preferowany język, język korespondencji, język komunikacji',
  currency: 'waluta, kod waluty, domyślna waluta',
  'total-spent':
    'suma zakupów, łączne wydatki, łączna wartość zakupów, wydano łącznie, wartość zakupów, suma zamówień, łączna wartość zamówień, wartość klienta',
  amount: 'kwota, wartość kwota, suma',
  total: 'razem, łącznie, netto, brutto, ogółem',
  'bank-account':
    'konto bankowe, numer konta, nr konta, rachunek bankowy, nr rachunku, numer rachunku, numer konta bankowego, nrb, nr rachunku bankowego, rachunek, numer rachunku bankowego, konto bankowe nr',
  'ledger-account': 'konto księgowe, konto rozrachunkowe, konto syntetyczne, konto przychodów',
  'e-invoice': 'e-faktura, faktura elektroniczna, ksef, efaktura, wysyłka faktur',
  'payment-terms':
    'termin płatności, warunki płatności, dni płatności, termin zapłaty, domyślny termin płatności, termin płatności dni, liczba dni płatności, warunek płatności',
  'delivery-terms': 'warunki dostawy, incoterms',
  'delivery-method':
    'sposób dostawy, metoda dostawy, sposób wysyłki, przewoźnik, metoda wysyłki, forma dostawy',
  discount: 'rabat, upust, zniżka, rabat %, domyślny rabat, rabat procent',
  'price-list': 'cennik, grupa cenowa, poziom cen, cena domyślna, rodzaj ceny',
  'credit-limit':
    'limit kredytu, limit kredytowy, kredyt kupiecki, limit kupiecki, limit należności',
  'invoice-number': 'numer faktury, nr faktury',
  'order-number': 'numer zamówienia, nr zamówienia, id zamówienia',
  'cost-centre': 'centrum kosztów, mpk, miejsce powstawania kosztów',
  'our-reference': 'nasza referencja, nasz znak',
  'your-reference': 'wasz znak, państwa referencja',
  reference: 'referencja, odniesienie',
  title: 'tytuł, tytuł naukowy',
  count: 'liczba, ilość',
  line: 'linia, wiersz',
  first: 'pierwszy, pierwsza, pierwsze',
  last: 'ostatni, ostatnia, ostatnie, poprzedni, następny',
  birth: 'urodzenia',
  vat: 'vat, stawka vat, płatnik vat, podatnik vat, czynny podatnik vat',
  tax: 'podatek, podatkowy, opodatkowanie',
  responsible: 'odpowiedzialność',
  billing:
    'faktura, rozliczeniowy, do faktury, fakturowania, rozliczenia, płatnik, faktury, rozliczeniowa, nabywca, dane do faktury, rachunku',
  shipping:
    'dostawa, wysyłka, dostawy, wysyłki, odbiorca, odbiorcy, do wysyłki, adresat, wysyłkowy, doręczenia',
  mailing: 'korespondencja, korespondencyjny, do korespondencji, korespondencyjna',
  visiting: 'wizyta, fizyczny',
  seat: 'siedziba, siedziby, rejestrowy, centrala firmy',
  work: 'praca, służbowy, biuro, służbowe, do pracy, firmowy, firmowe, biurowy, biznesowy, służbowa',
  home: 'dom, prywatny, domowy, prywatne, zamieszkania, zameldowania, osobisty, zamieszkanie, prywatna',
  primary:
    'główny, podstawowy, domyślny, główna, podstawowe, domyślna, główne, preferowany, ogólny',
  switchboard: 'centrala telefoniczna',
  direct: 'bezpośredni, numer bezpośredni',
  other:
    'inny, dodatkowy, alternatywny, drugi, pozostałe, dodatkowe, inna, dodatkowa, drugi adres, zapasowy, pomocniczy',
  customer:
    'klient, kontrahent, klienta, kontrahenta, klienci, odbiorca kontrahent, kupujący, zamawiający, dłużnik, zleceniodawca, kontrahenci, kupującego, zamawiającego',
  contact: 'kontakt, kontakty, dane kontaktowe, kontaktu, kontaktowy, kontaktowej',
  person: 'osoba, osoby, osoba prywatna',
  account: 'konto, konta',
  lead: 'lead, potencjalny klient, szansa kontakt',
  supplier: 'dostawca, dostawcy',
  member:
    'członek, subskrybent, abonent, najemca, gość, pacjent, darczyńca, członkostwo, członkostwa',
  participant: 'uczestnik, uczestnika',
  student: 'uczeń, student, dziecko, dziecka',
  order: 'zamówienie, zakup, oferta, rezerwacja, zamówienia, zakupy, zamówień, sprzedaż',
  product: 'produkt, towar, usługa, magazyn, artykuł, produktu',
  event: 'wydarzenie, kurs, spotkanie, rocznica, szkolenie',
  ticket: 'bilet, zgłoszenie, bilety',
  project: 'projekt, zadanie',
  campaign: 'kampania, newsletter, reklama, formularz, marketing, biuletyn',
  deal: 'szansa sprzedaży, transakcja, okazja',
  subscription: 'subskrypcja, abonament, plan taryfowy',
  payment:
    'płatność, zapłacono, sposób płatności, metoda płatności, karta, koszt, odsetki, forma płatności, opłata, windykacja, płatności, data płatności',
  contract: 'umowa',
  bank: 'bank, nazwa banku',
  price: 'cena',
  balance: 'saldo, należności, zadłużenie, zobowiązania',
  consent:
    'zgoda, rodo, wypisany, zgody, zgoda marketingowa, akceptuje, zgoda na przetwarzanie, zgoda rodo, zgoda na newsletter, wypis',
  activity:
    'ostatnia aktywność, ostatni kontakt, wizyty, rozmowa, ostatnie logowanie, aktywność, ostatni zakup, połączenie, następny kontakt',
  file: 'zdjęcie, plik, obraz, załącznik, logo',
  user: 'użytkownik, hasło, operator',
  assistant: 'asystent, sekretarka, sekretariat, asystentka',
  manager: 'kierownik, dyrektor, przełożony, menedżer, prezes',
  relative:
    'małżonek, dzieci, rodzic, opiekun prawny, matka, ojciec, partner, relacja, współmałżonek, pokrewieństwo',
  emergency: 'kontakt alarmowy, w nagłych wypadkach, kontakt awaryjny',
  referrer: 'polecony przez, polecający, polecenie',
  'parent-company':
    'spółka matka, firma nadrzędna, grupa kapitałowa, firma macierzysta, jednostka nadrzędna, konto nadrzędne',
  verified: 'zweryfikowany, potwierdzony',
  extension: 'wewnętrzny, nr wewnętrzny, kierunkowy, numer kierunkowy, numer wewnętrzny',
  rating: 'ocena, punkty, punktacja',
  priority: 'priorytet, ważność',
  location: 'lokalizacja, miejsce urodzenia, oddział',
  nationality: 'narodowość, obywatelstwo, stan cywilny, szkoła, wykształcenie, hobby',
  age: 'wiek',
  by: 'utworzone przez, utworzył, zmodyfikował, dodał, wprowadził, utworzony przez, zmodyfikowane przez, autor',
  value: 'pole, wartość, dane, informacje, informacja, tekst, wymagane, opcjonalnie, opcjonalne',
  stop: 'i, oraz, lub, albo, do, na, w, z, dla, przez, o, u, nie, ze, we, czy',
  state: 'stan',
  'employee-number': 'numer pracownika, nr ewidencyjny, id pracownika, numer ewidencyjny',
  occupation: 'zawód',
  'industry-code': 'pkd, kod pkd, główne pkd',
  keyword: 'słowa kluczowe, słowo kluczowe',
  month: 'miesiąc',
};
