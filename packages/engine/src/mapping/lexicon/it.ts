import type { Terms } from './units.ts';

export const it: Terms = {
  'first-name': 'nome di battesimo, nome proprio, primo nome',
  'middle-name': 'secondo nome, altri nomi',
  'last-name': 'cognome, cognomi',
  'full-name':
    'nome completo, nome e cognome, cognome e nome, nominativo, nome visualizzato, cognome nome, nome cognome, nome/cognome, nome da visualizzare',
  'contact-name':
    'persona di riferimento, referente, nome contatto, nome del contatto, persona di contatto, alla cortese attenzione, nome referente, contatto principale, riferimento persona, c.a., referente principale',
  salutation:
    'titolo di cortesia, saluto, appellativo, prefisso, trattamento, titolo onorifico, formula di saluto',
  'name-suffix': 'suffisso',
  initials: 'iniziali',
  nickname: 'soprannome, nome breve, alias, nomignolo',
  'user-name': 'nome utente, username',
  gender: 'sesso, genere',
  'birth-date': 'data di nascita, compleanno, nato il, data nascita, nato/a il, nata il',
  'national-id':
    'carta d identità, documento d identità, numero documento, codice sanitario, tessera sanitaria, numero carta identità, documento, c.i.',
  'job-title':
    'qualifica, ruolo, posizione, mansione, incarico, funzione, posizione lavorativa, titolo professionale, carica, titolo lavorativo, lavoro ruolo',
  department:
    'reparto, ufficio reparto, dipartimento, divisione, area aziendale, team, settore aziendale',
  company:
    'azienda, società, ditta, impresa, organizzazione, ente, datore di lavoro, associazione, compagnia',
  'company-name':
    'ragione sociale, nome azienda, denominazione, nome società, nome dell azienda, denominazione sociale, nome della società, nome ditta, intestazione, rag soc, nome organizzazione, rag. sociale, nome account, denominazione/ragione sociale, ragione sociale/denominazione, nome commerciale, nome dell organizzazione, denominazione azienda',
  'org-number':
    'rea, numero rea, registro imprese, numero registro imprese, numero di registrazione, numero iscrizione, n rea, iscrizione registro imprese, cciaa, numero di registro',
  'vat-number':
    'partita iva, p.iva, p. iva, piva, partitaiva, numero di partita iva, vat, codice iva, part iva, numero partita iva, id iva, partita iva cee, p.i., codice fiscale/partita iva, partita iva/codice fiscale, partita iva e codice fiscale, cod iva, identificativo iva, partita iva estera',
  'tax-number':
    'codice fiscale, cod fiscale, c.f., cf, cod.fisc, codfiscale, cod fisc, codice fisc, identificativo fiscale, codicefiscale, numero identificazione fiscale',
  industry:
    'settore, settore di attività, industria, attività, settore merceologico, ambito, categoria merceologica, settore attività, branca',
  'employee-count':
    'numero dipendenti, dipendenti, n. dipendenti, numero di dipendenti, dimensione azienda, addetti, numero addetti, dimensioni azienda, n° dipendenti, nr dipendenti, organico, fascia dipendenti',
  employee: 'dipendente',
  revenue:
    'fatturato, fatturato annuo, ricavi, ricavi annuali, volume d affari, entrate annuali, giro d affari, ricavo annuo, classe di fatturato, reddito annuale',
  'legal-form': 'forma giuridica, natura giuridica, tipo società',
  founded: 'anno di fondazione, data di costituzione, fondata, anno fondazione',
  email:
    'e-mail, email, indirizzo email, indirizzo e-mail, posta elettronica, mail, indirizzo di posta elettronica, indirizzo mail, e mail, casella email',
  phone:
    'telefono, tel, numero di telefono, numero telefono, telefono fisso, recapito telefonico, n. telefono, nr telefono, fisso, n° telefono, numero telefonico, recapito, tel fisso, telefoni',
  mobile:
    'cellulare, cell, telefono cellulare, mobile, numero cellulare, telefono mobile, numero di cellulare, cel, telefonino, n. cellulare, nr cellulare, tel cellulare, sms',
  fax: 'fax, numero fax, telefax, numero di fax',
  pager: 'telex, cercapersone',
  website:
    'sito web, sito, sito internet, web, url, pagina web, indirizzo web, internet, homepage, www, dominio, website',
  url: 'link, collegamento',
  'social-profile': 'linkedin, profilo linkedin, facebook, social, social network',
  address: 'indirizzo, indirizzi, ind, domicilio, sede legale indirizzo',
  'full-address': 'indirizzo completo',
  street:
    'via, via e numero, strada, via/piazza, nome via, via e n. civico, via e numero civico, indirizzo via, toponimo, via/indirizzo, via n civico',
  'house-number': 'numero civico, civico, n. civico, n civico, nr civico, num civico',
  'address-line-2':
    'interno, scala, presso, appartamento, indirizzo aggiuntivo, complemento indirizzo, interno/scala, informazioni aggiuntive indirizzo, palazzina, edificio, piano, supplemento indirizzo',
  'care-of': 'c/o',
  'po-box': 'casella postale, cp casella',
  'postal-code':
    'cap, codice postale, c.a.p., codice avviamento postale, cod postale, codice di avviamento postale, codice cap, codpostale',
  post: 'postale, posta',
  city: 'città, comune, località, citta, paese città, luogo residenza, comune di residenza, città/località, localita',
  'postal-place': 'cap e città, cap città, cap/città, cap località',
  district: 'quartiere, frazione, zona',
  region:
    'provincia, prov, regione, stato/provincia, provincia (sigla), sigla provincia, pr, stato/regione, prov.',
  country:
    'paese, nazione, stato estero, paese/regione, nome paese, stato nazione, paese/area geografica',
  'country-code':
    'codice paese, codice nazione, cod paese, cod nazione, codice iso paese, codice stato, sigla nazione, iso nazione',
  coordinates: 'latitudine, longitudine, coordinate',
  'time-zone': 'fuso orario',
  'customer-number':
    'codice cliente, cod cliente, numero cliente, n. cliente, id cliente, cod. cliente, codcliente, codice anagrafica, riferimento cliente, numero socio, tessera, numero tessera, nr cliente, n° cliente, identificativo cliente, numero conto cliente, codice socio',
  'supplier-number':
    'codice fornitore, cod fornitore, numero fornitore, id fornitore, nr fornitore',
  'record-id':
    'id record, identificativo univoco, id interno, id azienda, id contatto, numero record, id univoco, codice interno, id account, progressivo, id esterno, codice esterno',
  id: 'id, identificativo, chiave, identificatore',
  number: 'numero, n, nr, num, n°, no',
  code: 'codice, cod',
  name: 'nome, descrizione nome, nomi',
  date: 'data, giorno',
  time: 'ora, orario',
  year: 'anno',
  type: 'tipo, tipologia, genere tipo',
  'customer-type':
    'tipo cliente, tipologia cliente, tipo di cliente, tipo contatto, tipo di contatto, tipo account, azienda/privato, tipologia contatto, tipo azienda, tipo anagrafica, tipo soggetto, privato/azienda, tipo di account, tipo persona, classe cliente, persona fisica/giuridica, natura soggetto, tipo organizzazione',
  status: 'stato attuale, situazione, fase, status, stadio',
  'customer-status':
    'stato cliente, stato del cliente, stato lead, stato contatto, stato del lead, stato del contatto, stato account, stato anagrafica, stato attività, stato impresa',
  active: 'attivo, inattivo, bloccato, archiviato, obsoleto, attiva',
  group: 'gruppo, categoria, categorie, segmento, gruppi, lista, famiglia, liste',
  'customer-group':
    'gruppo clienti, categoria cliente, gruppo cliente, categoria clienti, segmento cliente, gruppo di contatti, gruppo contatti',
  tags: 'tag, etichette, etichetta, tags, contrassegni',
  owner:
    'proprietario, agente, commerciale, responsabile, venditore, assegnato a, referente commerciale, responsabile commerciale, proprietario contatto, agente di vendita, gestore, account manager, rappresentante, proprietario account, addetto vendite, capo area, proprietario del contatto, incaricato, addetto alle vendite, responsabile account',
  notes:
    'note, nota, commenti, commento, osservazioni, descrizione, annotazioni, informazioni aggiuntive, memo, messaggio, altre informazioni, testo libero, note interne, ulteriori informazioni, appunti, dettagli, annotazione',
  'created-at':
    'data creazione, creato il, data di creazione, creato, data inserimento, data registrazione, cliente dal, data di iscrizione, inserito il, aggiunto il, data iscrizione, data aggiunta, data di inserimento, registrato il, data di registrazione, data acquisizione, cliente da, data ingresso, data apertura, socio dal',
  'updated-at':
    'data modifica, modificato il, ultima modifica, aggiornato il, data aggiornamento, ultimo aggiornamento, data ultima modifica, modificato, data di modifica, aggiornato',
  created: 'creazione, inserimento',
  registered: 'registrazione, iscrizione, registrato',
  since: 'dal',
  'lead-source':
    'fonte lead, origine lead, provenienza cliente, fonte del lead, origine contatto, come ci hai conosciuto, origine cliente, provenienza contatto, origine del lead, fonte contatto, fonte originale, come ci ha conosciuto, canale di acquisizione',
  source: 'fonte, origine, provenienza, canale, sorgente',
  language: 'lingua, codice lingua, lingua preferita, lingua di corrispondenza',
  currency: 'valuta, divisa, codice valuta, moneta',
  'total-spent':
    'totale speso, spesa totale, totale acquisti, totale vendite, importo totale speso, fatturato totale, valore cliente',
  amount: 'importo, somma',
  total: 'totale, netto, lordo, imponibile, subtotale',
  bic: 'abi, cab, cin, codice bic, codice swift, abi/cab',
  'bank-account':
    'conto corrente, conto bancario, numero conto, coordinate bancarie, intestatario conto, c/c, numero di conto, n. conto corrente, banca d appoggio, nr conto',
  'ledger-account':
    'conto contabile, sottoconto, mastro, conto, contropartita, conto di ricavo, piano dei conti, mastrino, conto coge',
  'e-invoice':
    'codice sdi, sdi, codice destinatario, pec, codice univoco, fattura elettronica, codice univoco sdi, codice destinatario sdi, indirizzo pec, pec fatturazione, codice univoco ufficio, email pec, cod destinatario, fatturazione elettronica, e-mail pec, codice ipa, mail pec, posta elettronica certificata',
  'payment-terms':
    'termini di pagamento, condizioni di pagamento, pagamento giorni, giorni di pagamento, condizione di pagamento, termini pagamento, condizioni pagamento, scadenza pagamento, dilazione, codice pagamento, cond pagamento, cod pagamento',
  'delivery-terms': 'condizioni di consegna, porto, resa, termini di consegna, incoterm',
  'delivery-method':
    'modalità di spedizione, vettore, metodo di spedizione, spedizione a mezzo, corriere, mezzo di trasporto, metodo spedizione',
  discount: 'sconto, sconto %, sconti, sconto predefinito, percentuale sconto, sconto cliente',
  'price-list': 'listino, listino prezzi, listino predefinito, codice listino',
  'credit-limit': 'fido, limite di credito, credito, plafond, fido accordato',
  'invoice-number': 'numero fattura, n. fattura, nr fattura, numero della fattura',
  'order-number': 'numero ordine, n. ordine, nr ordine, id ordine, cig, cup, numero dell ordine',
  'cost-centre': 'centro di costo, centro di ricavo, commessa',
  'our-reference': 'nostro riferimento, ns. riferimento, ns rif',
  'your-reference': 'vostro riferimento, vs. riferimento, vs rif, riferimento amministrazione',
  reference: 'riferimento, rif',
  title: 'titolo, titolo di studio',
  count: 'quantità, numero di, conteggio, qtà',
  line: 'riga, linea',
  first: 'primo, prima',
  last: 'ultimo, ultima, precedente, prossimo, prossima, recente',
  birth: 'nascita',
  vat: 'iva, aliquota iva, esenzione iva, regime iva, split payment, reverse charge, codice iva esenzione, soggetto iva, esente iva',
  tax: 'fiscale, imposta, ritenuta, tassa, ritenuta d acconto, tasse, regime fiscale',
  responsible: 'responsabile di',
  billing: 'fatturazione, fattura, di fatturazione, fatture, fatt',
  shipping: 'spedizione, consegna, destinazione, destinatario, merce, sped',
  mailing: 'corrispondenza, invio posta, recapito postale, spedizione posta',
  visiting: 'visita, operativa, fisico',
  seat: 'sede legale, sede, legale, sede operativa, sede principale',
  work: 'lavoro, ufficio, aziendale, professionale',
  home: 'casa, privato, abitazione, personale, residenza, domicilio privato, domestico',
  primary: 'principale, predefinito, generale, primario, primaria, preferito, predefinita',
  switchboard: 'centralino',
  direct: 'diretto, linea diretta, diretta',
  other:
    'altro, altra, secondario, alternativo, aggiuntivo, secondo, alternativa, secondaria, altri, ulteriore, supplementare',
  customer: 'cliente, clienti, debitore, committente, acquirente, clientela',
  contact: 'contatto, contatti, dati di contatto, referenti, informazioni di contatto',
  person: 'persona, privato persona, persona fisica, individuo, anagrafica',
  account: 'account, conto cliente',
  lead: 'lead, potenziale cliente, cliente potenziale, prospect',
  supplier: 'fornitore, fornitori, creditore',
  member:
    'socio, membro, iscritto, abbonato, ospite, inquilino, paziente, donatore, soci, utente iscritto, adesione, tesseramento',
  participant: 'partecipante, partecipanti',
  student: 'studente, alunno, allievo, figlio',
  order: 'ordine, preventivo, acquisto, prenotazione, ordini, acquisti',
  product: 'prodotto, articolo, servizio, magazzino, prodotti',
  event: 'evento, corso, anniversario, appuntamento, riunione',
  ticket: 'biglietto, ticket, biglietti',
  project: 'progetto, attività progetto, compito',
  campaign: 'campagna, newsletter, pubblicità, modulo, marketing, mailing list',
  deal: 'trattativa, opportunità, affare',
  subscription: 'abbonamento, piano tariffario',
  payment:
    'pagamento, pagato, modalità di pagamento, metodo di pagamento, scadenza, carta, spese, costo, mandato, tipo pagamento, modalità pagamento, interesse, insoluti, provvigione, riba, bonifico, spese bancarie',
  contract: 'contratto, accordo',
  bank: 'banca, nome banca, istituto bancario, banca appoggio, istituto di credito',
  price: 'prezzo',
  balance: 'saldo, debito, credito residuo, scoperto',
  consent:
    'consenso, gdpr, privacy, disiscritto, autorizzazione, consenso privacy, accetta, consenso marketing, trattamento dati, disiscrizione, opt-in, non contattare',
  activity:
    'ultima attività, ultimo contatto, visite, chiamata, ultimo accesso, ultimo ordine, attività recente, follow-up',
  file: 'foto, immagine, file, allegato, logo, documento allegato',
  user: 'utente, password, operatore',
  assistant: 'assistente, segretaria, segreteria, segretario',
  manager:
    'manager, direttore, capo, titolare, superiore, amministratore, rappresentante legale, legale rappresentante, dirigente',
  relative:
    'coniuge, figli, genitore, madre, padre, tutore, parentela, relazione, marito, moglie, partner, familiare',
  emergency: 'emergenza, contatto di emergenza',
  referrer: 'segnalato da, segnalatore, presentato da, consigliato da',
  'parent-company':
    'capogruppo, società madre, gruppo aziendale, azienda madre, società controllante, azienda principale, holding',
  phonetic: 'fonetico',
  verified: 'verificato, confermato, valido',
  extension: 'interno telefonico, prefisso telefonico, int, prefisso internazionale',
  rating: 'valutazione, punteggio, punti, rating',
  priority: 'priorità, riservatezza',
  location: 'luogo, ubicazione, luogo di nascita, filiale, comune di nascita, provincia di nascita',
  nationality: 'nazionalità, cittadinanza, stato civile, scuola, hobby, istruzione',
  age: 'età',
  by: 'creato da, modificato da, inserito da, aggiornato da',
  value: 'campo, valore, dati, dato, informazioni, testo, obbligatorio, facoltativo, info',
  stop: 'di, del, della, dello, dell, dei, delle, degli, la, il, lo, le, i, gli, l, e, ed, o, a, al, alla, in, per, con, da, su, un, una, d, se',
  state: 'stato',
  'employee-number': 'matricola, numero matricola, codice dipendente',
  occupation: 'professione, occupazione',
  'industry-code': 'ateco, codice ateco',
  keyword: 'parole chiave, parola chiave',
  month: 'mese',
};
