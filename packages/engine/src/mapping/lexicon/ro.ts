import type { Terms } from './units.ts';

export const ro: Terms = {
  'first-name': 'prenume, prenumele, nume mic, nume de botez',
  'middle-name': 'al doilea prenume, nume mijlociu, al doilea nume, inițiala tatălui',
  'last-name': 'nume de familie, nume familie, numele de familie',
  'full-name':
    'nume complet, nume și prenume, nume prenume, nume afișat, prenume și nume, nume întreg, numele și prenumele, nume si prenume, nume/prenume, prenume nume, nume de afișat',
  'contact-name':
    'persoană de contact, persoana de contact, nume contact, nume persoană contact, persoana contact, nume persoană de contact, în atenția, reprezentant, pers contact, pers. contact, persoane de contact, nume delegat, delegat',
  salutation: 'formulă de adresare, apelativ, titlu de politețe, salut, prefix, formula de salut',
  'name-suffix': 'sufix',
  initials: 'inițiale',
  nickname: 'poreclă, nume scurt, prescurtare, alias, denumire scurtă',
  'user-name': 'nume utilizator, nume de utilizator',
  gender: 'sex, gen',
  'birth-date':
    'data nașterii, data nasterii, zi de naștere, născut la, data naștere, născut, ziua de naștere, născut la data',
  'national-id':
    'cnp, cod numeric personal, serie ci, carte de identitate, buletin, serie și număr ci, seria ci, act identitate, serie buletin, număr ci, ci serie, serie/număr ci, pașaport',
  'job-title':
    'funcție, funcția, poziție, post ocupat, titlu post, rol, calitate, funcție deținută, titlul postului',
  department: 'departament, secție, echipă, divizie, compartiment, birou departament, direcție',
  company:
    'companie, firmă, firma, organizație, societate, întreprindere, angajator, instituție, compania, firmei, asociație, companiei, organizația, societatea',
  'company-name':
    'denumire, denumire firmă, nume firmă, nume companie, denumire societate, denumire client firmă, denumirea, denumire companie, denumire socială, denumire fiscală, razon social, numele companiei, numele firmei, nume societate, denumire comercială, denumire organizație, nume organizație, denumire juridică, denumire partener, denumirea firmei, nume partener',
  'org-number':
    'nr reg com, nr. reg. com., număr registrul comerțului, reg com, registrul comerțului, număr de înregistrare, nr înregistrare, nr. înmatriculare, număr registru comerț, nr. reg. comerțului, nr. înregistrare registrul comerțului, nr ord reg com, orc, număr de ordine în registrul comerțului, reg.com., nr reg comerț, înregistrare rc, număr înmatriculare, nr.reg.com, regcom, nr. r.c., nr rc, număr onrc, registru comerț, nr registrul comerțului, nr. ord. registrul comerțului, nr. reg. comert',
  'vat-number':
    'cod tva, nr tva, număr tva, cod de tva, cod tva intracomunitar, cod vies, cod inregistrare tva, cod înregistrare în scopuri de tva, cod tva ue',
  'tax-number':
    'cui, cif, cod fiscal, cod unic de înregistrare, cod de identificare fiscală, c.u.i., c.i.f., cod identificare fiscală, cui/cif, cif/cui, codfiscal, cui/cnp, cod fiscal/cnp, cnp/cui, cf, cod fiscal (cui), cod unic, cod unic înregistrare, cif/cnp, cui / cnp, nif',
  industry:
    'domeniu, domeniu de activitate, industrie, sector, ramură, domeniu activitate, obiect de activitate, activitate principală, sector de activitate',
  'employee-count':
    'număr de angajați, nr angajați, angajați, număr angajați, mărime companie, număr salariați, nr. de angajați, salariați, dimensiune companie, nr salariați, număr mediu salariați, mărimea companiei',
  employee: 'angajat, salariat',
  revenue:
    'cifră de afaceri, venituri, venit anual, cifra de afaceri, venituri anuale, ca, venit, cifră afaceri, încasări anuale',
  'legal-form': 'formă juridică, forma juridică, tip societate, formă de organizare',
  founded: 'an înființare, data înființării, anul înființării',
  email:
    'e-mail, email, adresă de e-mail, adresă email, adresa de email, poștă electronică, mail, adresa e-mail, adresa email, adresă e-mail, adresa de e-mail, adresă mail',
  phone:
    'telefon, tel, număr de telefon, nr telefon, număr telefon, telefon fix, nr. tel, fix, nr de telefon, telefoane, tel fix, număr tel, telefonul',
  mobile:
    'mobil, telefon mobil, număr mobil, nr mobil, celular, tel mobil, gsm, nr. de mobil, număr de mobil, telefon celular, sms',
  fax: 'fax, număr fax, nr fax, telefax, număr de fax',
  website:
    'site, site web, website, pagină web, adresă web, web, url, pagina web, internet, pagină de internet, www, domeniu web, sit web, adresa web, site-ul web, adresă site, nume domeniu, sit',
  url: 'link, legătură',
  'social-profile': 'linkedin, profil linkedin, facebook, rețele sociale, social media',
  address: 'adresă, adr, adresa, adrese, adresei, domiciliu, adresa sediului, sediul social adresa',
  'full-address': 'adresă completă, adresa completă',
  street:
    'stradă, strada, str, stradă și număr, strada și numărul, strada nr, nume stradă, strada și nr, numele străzii, denumire stradă, stradă/număr, stradă nr',
  'house-number': 'număr stradă, nr stradă, număr casă, număr imobil, nr casă, numărul străzii',
  'address-line-2':
    'bloc, scară, apartament, bl, sc, ap, etaj, bloc scară apartament, complement adresă, detalii adresă, bl/sc/ap, adresă suplimentară, clădire, bloc/scara/ap',
  'po-box': 'căsuță poștală, cp căsuță',
  'postal-code': 'cod poștal, codul poștal, cod postal, zip, cp, c.p., codpostal, cod zip',
  post: 'poștal, poștală, poștă',
  city: 'oraș, localitate, orașul, localitatea, municipiu, loc, orașul/localitatea, oraș/localitate, oras, comună, localitate/oraș',
  district: 'cartier, sector oraș, sat',
  region:
    'județ, județul, regiune, judet, provincie, jud, județ/sector, stat/județ, stat/provincie, județ/regiune, cod județ, stat/regiune',
  country: 'țară, țara, tara, nume țară, țară/regiune, țara de reședință, țara de origine',
  'country-code': 'cod țară, codul țării, cod tara, cod iso țară, cod țara iso',
  coordinates: 'latitudine, longitudine, coordonate',
  'time-zone': 'fus orar',
  'customer-number':
    'cod client, număr client, nr client, id client, cod partener, număr de client, cod intern client, număr membru, cod abonat, referință client, identificator client, id partener, nr. client, număr card, cod clienți, cod cont client, cod client intern',
  'supplier-number': 'cod furnizor, număr furnizor, id furnizor, nr furnizor',
  'record-id':
    'identificator unic, id intern, id înregistrare, id firmă, id contact, nr crt, număr curent, id companie, cod unic client, cod intern, nr. crt., nr curent, id organizație, id extern, cod extern',
  id: 'id, identificator, cheie',
  number: 'număr, nr, num, numărul, no',
  code: 'cod, codul',
  name: 'nume, denumire nume, numele',
  date: 'data, dată, zi, ziua',
  time: 'ora, oră, timp',
  year: 'an, anul',
  type: 'tip, tipul, clasificare',
  'customer-type':
    'tip client, tipul clientului, tip partener, tip cont, tip contact, persoană fizică/juridică, pf/pj, tip persoană, tip companie, tip de client, pj/pf, persoană juridică, tip entitate, tip de cont, tip firmă, persoană fizică, tip terț, clasă client, tip organizație',
  status: 'stare, statut, etapă, status, stadiu, fază',
  'customer-status':
    'stare client, status client, status lead, statusul clientului, stare contact, stare lead, status contact, etapa ciclului de viață',
  active: 'activ, inactiv, blocat, arhivat, activă, este activ',
  group: 'grup, grupă, categorie, categorii, segment, grupuri, listă, liste, grupa',
  'customer-group':
    'grup clienți, grup de clienți, grupă client, categorie client, segment client, grup client, grup partener, clasă clienți, categorie parteneri, grupa de clienți, grupă parteneri, categoria clientului',
  tags: 'etichete, etichetă, taguri, tag-uri, marcaje',
  owner:
    'proprietar, agent, agent de vânzări, responsabil, vânzător, atribuit, gestionar, agent vânzări, responsabil client, reprezentant vânzări, manager de cont, proprietar contact, alocat, consultant, agent alocat, responsabil vânzări, atribuit lui, account manager, reprezentant de vânzări, alocat către, asignat, utilizator responsabil, persoană responsabilă, om de vânzări',
  notes:
    'note, notă, observații, comentarii, comentariu, descriere, mențiuni, informații suplimentare, observație, obs, mesaj, alte informații, detalii, alte detalii, notițe, info suplimentare, notă internă, note interne, alte date, memo, mențiune, remarci, explicații',
  'created-at':
    'data creării, creat la, creat, data adăugării, data înregistrării, data înscrierii, adăugat la, client din, data creare, dată creare, client de la, data înregistrare, data introducerii, înregistrat la, creat în data, data adăugare, dată înregistrare, data aderării, membru din, data operării, data înrolării',
  'updated-at':
    'data modificării, modificat la, ultima modificare, actualizat la, ultima actualizare, data actualizării, modificat, actualizat',
  created: 'creare, adăugare',
  registered: 'înregistrare, înscriere',
  since: 'de la',
  'lead-source':
    'sursă lead, sursa leadului, sursă client, sursa contactului, cum ați aflat de noi, sursa clientului, sursă contact, sursa lead, proveniență client, canal de achiziție, sursa originală',
  source: 'sursă, sursa, origine, proveniență, canal',
  language:
    'limbă, limba, cod limbă, limba preferată, limbă preferată, limba de corespondență, limbă de comunicare',
  currency:
    'monedă, valută, moneda, cod monedă, deviză, cod valută, moneda implicită, monedă preferată',
  'total-spent':
    'total cheltuit, total achiziții, valoare totală comenzi, vânzări totale, total cumpărături, suma cheltuită, rulaj total, valoare client',
  amount: 'sumă, valoare sumă, suma',
  total: 'total, net, brut, subtotal',
  iban: 'iban, cont iban, cod iban',
  'bank-account':
    'cont bancar, număr cont, cont, nr cont, cont bancă, cont în bancă, titular cont, nr. cont bancar, conturi bancare, cont curent',
  'ledger-account':
    'cont contabil, analitic, cont analitic, simbol cont, cont client, cont sintetic, cont furnizor',
  'e-invoice': 'e-factura, efactura, factura electronică, ro e-factura, spv',
  'payment-terms':
    'termen de plată, termen plată, condiții de plată, zile scadență, scadență, termen scadență, zile plată, scadență zile, termen de plată (zile), zile de plată, termene de plată, scadența',
  'delivery-terms': 'condiții de livrare, termen livrare',
  'delivery-method':
    'mod de livrare, metodă de livrare, curier, transportator, metodă livrare, mijloc de transport',
  discount: 'reducere, discount, rabat, discount implicit, procent discount',
  'price-list': 'listă de prețuri, listă prețuri, categorie preț, grup de preț, categorie de preț',
  'credit-limit':
    'limită de credit, limită credit, credit, credit limită, plafon credit, credit maxim, limită credit client',
  'invoice-number': 'număr factură, nr factură, serie factură, număr de factură',
  'order-number': 'număr comandă, nr comandă, id comandă, număr de comandă',
  'cost-centre': 'centru de cost, centru de profit, centru cost',
  'our-reference': 'referința noastră',
  'your-reference': 'referința dvs, referința dumneavoastră',
  reference: 'referință, ref',
  title: 'titlu, titulatură',
  count: 'număr de, cantitate, nr de, nr. de',
  line: 'linie, rând',
  first: 'primul, prima',
  last: 'ultimul, ultima, anterior, următor, recent',
  birth: 'nașterii, naștere',
  vat: 'tva, cotă tva, plătitor tva, plătitor de tva, tva la încasare, înregistrat în scopuri de tva',
  tax: 'fiscal, taxă, impozit, atribut fiscal, fiscală',
  responsible: 'responsabilitate',
  billing: 'facturare, factură, de facturare, facturi, factura, pe factură',
  shipping: 'livrare, expediere, de livrare, destinatar, livrări, transport',
  mailing: 'corespondență, de corespondență, expediție poștală',
  visiting: 'punct de lucru, vizită, fizic',
  seat: 'sediu, sediu social, sediul, sediul social, sediu central',
  work: 'serviciu, birou, muncă, loc de muncă, de serviciu, profesional, afaceri, de afaceri',
  home: 'acasă, personal, privat, reședință, personală, domiciliul, casă',
  primary: 'principal, implicit, general, principală, primar, preferat, primară, de bază',
  switchboard: 'centrală telefonică',
  direct: 'direct, linie directă',
  other:
    'alt, altă, secundar, alternativ, suplimentar, alte, al doilea, secundară, altul, alternativă',
  customer:
    'client, clienți, clientul, debitor, beneficiar, cumpărător, partener, clientului, cumpărătorului, terț, parteneri',
  contact: 'contact, contacte, date de contact, contactului, date contact, informații de contact',
  person: 'persoană, persoana, individ, persoanei',
  account: 'cont client utilizator, conturi',
  lead: 'lead, prospect, potențial client, client potențial',
  supplier: 'furnizor, furnizori, creditor, furnizorului',
  member: 'membru, abonat, chiriaș, oaspete, pacient, donator, membri, locatar, membership',
  participant: 'participant, participantului',
  student: 'elev, student, copil, cursant, copilului, elevului',
  order: 'comandă, achiziție, ofertă, rezervare, comenzi, comanda, vânzare, cumpărături',
  product: 'produs, articol, serviciu prestat, produse, stoc, gestiune',
  event: 'eveniment, curs, întâlnire, aniversare, ședință',
  ticket: 'bilet, tichet, dosar, bilete',
  project: 'proiect, sarcină',
  campaign: 'campanie, buletin informativ, publicitate, formular, newsletter, marketing',
  deal: 'oportunitate, tranzacție',
  subscription: 'abonament, plan tarifar',
  payment:
    'plată, plătit, mod de plată, metodă de plată, card, cost, dobândă, penalități, achitat, modalitate de plată, mod plată, încasare, metodă plată, comision',
  contract: 'contract, acord contractual, nr contract',
  bank: 'bancă, banca, nume bancă, denumire bancă, banca clientului',
  price: 'preț',
  balance: 'sold, datorie, creanță, sold inițial, sold curent, rest de plată',
  consent:
    'consimțământ, gdpr, dezabonat, acord, acord gdpr, acord marketing, acceptă, prelucrare date, dezabonare, abonat newsletter',
  activity:
    'ultima activitate, ultimul contact, vizite, apel, ultima autentificare, ultima comandă, activitate, ultima vizită, urmărire',
  file: 'poză, imagine, fișier, atașament, logo, fotografie',
  user: 'utilizator, parolă, operator',
  assistant: 'asistent, secretară, asistentă',
  manager: 'manager, director, șef, administrator, superior, reprezentant legal',
  relative:
    'soț, soție, copii, părinte, tutore, mamă, tată, relație, partener de viață, mama, tata, grad de rudenie',
  emergency: 'urgență, contact de urgență',
  referrer: 'recomandat de, recomandare',
  'parent-company':
    'firmă mamă, companie mamă, grup de firme, companie părinte, firma mamă, societate mamă',
  verified: 'verificat, confirmat, valid',
  extension: 'interior, prefix telefonic, int',
  rating: 'evaluare, scor, puncte, punctaj',
  priority: 'prioritate',
  location: 'locație, locul nașterii, filială, loc naștere',
  nationality: 'naționalitate, cetățenie, stare civilă, școală, studii, hobby-uri',
  age: 'vârstă',
  by: 'creat de, modificat de, adăugat de, introdus de, operat de',
  value: 'câmp, valoare, date, informații, text, obligatoriu, opțional, info',
  stop: 'de, al, a, ale, ai, și, sau, la, în, pe, cu, din, pentru, prin, un, o, ul, dvs, dumneavoastră',
  state: 'stat',
  'employee-number': 'marcă, număr marcă, nr marcă, cod angajat, marca',
  occupation: 'ocupație, profesie, meserie',
  'industry-code': 'caen, cod caen',
  keyword: 'cuvinte cheie, cuvânt cheie',
  month: 'luna',
};
