import type { Terms } from './units.ts';

export const en: Terms = {
  'first-name': 'first name, given name, forename, fore name, christian name, fname, first names',
  'middle-name':
    'middle name, middle names, additional name, second name, mname, middle initial, middle',
  'last-name': 'last name, surname, family name, lname, sur name, last names',
  'full-name':
    'full name, display name, complete name, person name, name in full, fullname, formatted name, file as',
  'contact-name':
    'contact name, contact person, contact full name, point of contact, primary contact, main contact, attention, attn',
  salutation:
    'salutation, honorific, honorific prefix, name prefix, title prefix, prefix, courtesy title, form of address, greeting',
  'name-suffix': 'name suffix, suffix, honorific suffix',
  initials: 'initials, initial',
  nickname: 'nickname, nick name, known as, preferred name, maiden name, short name',
  'user-name': 'username, user name, login, login name, user id, handle, screen name',
  gender: 'gender, sex',
  'birth-date': 'birth date, birthdate, birthday, date of birth, dob, born, born on, birth day',
  'national-id':
    'national id, national identification number, personal number, personal id, personal identity number, ssn, social security number, national insurance number, identity number, personal code, id card number, passport number, government id, ni number, nino, government id number, tax file number, identity card',
  'job-title':
    'job title, position, role, job, job role, job position, function, designation, job function, title at company, work title',
  department: 'department, dept, division, team, unit, business unit',
  company:
    'company, organization, organisation, business, firm, employer, org, corporation, companies, enterprise, institution',
  'company-name':
    'company name, organization name, organisation name, business name, legal name, trade name, trading name, account name, legal entity name, employer name, associated company, primary company, registered name, dba, doing business as',
  'org-number':
    'organization number, organisation number, org number, org no, org nr, registration number, company number, company registration number, company reg no, business id, business identification number, company id number, crn, company registration, reg no, business number, abn, ein, duns, duns number, employer identification number, commercial register number, business registration number, enterprise number, registry code, organizational id number, organisational id number, organizational id',
  'vat-number':
    'vat number, vat id, vat no, vat reg no, vat registration number, vatin, eu vat number, eu vat id, gst number, gst no, gstin, vat registration, tax registration number, vat',
  'tax-number':
    'tax number, tax id, tax identification number, tin, tax no, tax code, fiscal code, taxpayer id, tax id number, tax identifier, fiscal number',
  industry:
    'industry, sector, line of business, branch, industry sector, business sector, industry type, vertical, business activity',
  'employee-count':
    'number of employees, employees, employee count, company size, headcount, no of employees, num employees, staff count, staff, employee range, size of company, employees total',
  employee: 'employee, emp',
  revenue:
    'revenue, annual revenue, turnover, yearly revenue, annual turnover, sales revenue, net sales, annual sales, yearly turnover',
  'legal-form':
    'legal form, legal entity type, company form, entity type, ownership, type of company',
  founded:
    'founded, year founded, founding year, established, year established, incorporation date, date of incorporation, founded year',
  email:
    'email, e-mail, mail, email address, e-mail address, electronic mail, mail address, eml, emails, email addresses',
  phone:
    'phone, telephone, tel, phone number, telephone number, phone no, ph, tel no, landline, phones, call number, telephone no, phone numbers, contact number, contact no',
  mobile:
    'mobile, mobile phone, cell, cell phone, cellphone, mobile number, cellular, mob, cell number, mobile no, gsm, mobile telephone, handphone, sms number, mobile phone number, whatsapp, whatsapp number, whatsapp phone number, sms',
  fax: 'fax, fax number, facsimile, fax no, telefax',
  pager: 'pager, telex, radio phone, isdn, tty tdd phone, callback, car phone, ttytdd phone',
  website:
    'website, web site, url, web page, webpage, homepage, home page, web, domain, domain name, internet, company domain, company domain name, web address, www, site, internet address, website url',
  url: 'link, href, permalink',
  'social-profile':
    'linkedin, linkedin url, linkedin profile, linkedin profile url, social profile, social profile url, social url, profile url, facebook, facebook url, facebook page, facebook company page, twitter, twitter handle, twitter url, twitter username, instagram, xing, social media, social, x profile, person linkedin url, linkedin company page, company linkedin url, linkedin bio, twitter bio, tiktok, youtube, pinterest',
  messenger:
    'skype, skype id, skype name, im, instant messenger, im address, messenger, telegram, icq, wechat, msn',
  address: 'address, addr, adr, postal address details, location address, addresses',
  'full-address': 'full address, complete address, formatted address, address formatted, formatted',
  street:
    'street, street address, street name, road, thoroughfare, street and number, street number and name, street and house number, addressline, first line of address',
  'house-number': 'house number, street number, house no, building number, house, door number',
  'address-line-2':
    'apartment, apt, suite, unit number, floor, building, extended address, address complement, address cont, apartment suite, apt suite, second line of address, additional address line, address details, building name, room',
  'care-of': 'care of, c o',
  'po-box': 'po box, p o box, post office box, post box, postbox, postal box',
  'postal-code':
    'postal code, postcode, zip, zip code, zipcode, post code, zip postal code, zip postcode, pin code, pincode, eircode',
  post: 'post',
  city: 'city, town, locality, suburb city, city town, town city, city name, post town, place of residence, municipality city',
  district: 'district, suburb, neighborhood, neighbourhood, borough, quarter, dependent locality',
  municipality: 'municipality, commune',
  region:
    'province, region, county, state province, state region, state or province, province state, prefecture, territory, administrative area, state name, province name, province code, state code, region code, state province county, canton',
  country: 'country, nation, country region, country name, land, country territory, home country',
  'country-code':
    'country code, country iso, iso country, country iso code, iso country code, country iso2, cc',
  coordinates: 'latitude, longitude, lat, lng, lon, coordinates, geo location',
  'time-zone': 'time zone, timezone, tz, gmtoff, dstoff, utc offset',
  'customer-number':
    'customer number, customer no, customer id, customer code, client id, client number, client code, customer ref, customer nr, cust no, account number, account code, account no, account id, customer reference, client no, custid, debtor number, debtor no, debtor code, member id, membership number, member number, payee id, acct no, acct number',
  'supplier-number':
    'supplier number, supplier no, supplier id, supplier code, vendor number, vendor no, vendor id, vendor code, creditor number',
  'record-id':
    'record id, external id, ext id, contact id, lead id, id number, internal id, system id, unique id, uuid, guid, company id, person id, organization id, organisation id, object id, partner id, identifier, reference id, entity id, uid, hubspot id, internal identifier, external key, row id, record number',
  id: 'id, key',
  number: 'number, no, nr, num, nbr, numbers, num.',
  code: 'code, codes',
  name: 'name, names',
  date: 'date, datetime, timestamp, dated, day',
  time: 'time, hour',
  year: 'year',
  type: 'type, kind, classification',
  'customer-type':
    'customer type, account type, contact type, client type, company type, organization type, organisation type, account record type, person type, lead type, business type, relationship type, record type, partner type, type of customer, customer class, contact kind, is company, company or individual, type of contact',
  status: 'status, state of record, stage, lifecycle stage, lead stage, pipeline stage, phase',
  'customer-status':
    'lead status, customer status, contact status, account status, member status, record status, client status, lifecycle status, membership status, user status, customer state',
  active:
    'active, inactive, enabled, disabled, archived, is active, deleted, activated, locked, blocked',
  group: 'group, category, categories, segment, segments, groups, list, lists, collection',
  'customer-group':
    'customer group, contact group, customer category, customer segment, group membership, client group, contact category, contact groups, contact list, audience, account group, customer tags, contact tags, customer groups, client category',
  tags: 'tags, tag, labels, label, tagging',
  owner:
    'owner, contact owner, account owner, lead owner, assigned to, account manager, sales rep, salesperson, sales person, sales representative, company owner, record owner, assigned user, assignee, customer owner, relationship manager, account executive, responsible person, sales owner, user responsible, sales agent, assigned user name, owner name, sales rep name, representative, hubspot owner',
  notes:
    'notes, note, comments, comment, description, remarks, remark, memo, additional information, additional info, internal notes, about, details, bio, annotation, observations, further information, free text, message, customer notes, internal note, background, other information, contact notes',
  'created-at':
    'created at, create date, created, date created, created date, creation date, created on, created time, date added, added on, added, creation time, date entered, signup date, sign up date, entry date, customer since, member since, registration date, registered at, registered on, first seen, date joined, joined, joined at, date of registration, add time, create time, created utc, record created, optin time, confirm time, subscribed at, date registered',
  'updated-at':
    'updated at, last modified, modified, updated, last updated, modified on, modified date, last modified date, date modified, date updated, last changed, update time, modified time, last update, last edited, changed at, last change, last modified on, revision',
  created: 'creation, added date',
  registered: 'registered, registration, sign up, signup, signed up',
  since: 'since',
  'lead-source':
    'lead source, original source, contact source, source of lead, acquisition channel, how did you hear about us, referral source, traffic source, campaign source, source channel, customer source, account source, original source type, record source, utm source, how did you find us, lead origin, acquisition source, marketing source',
  source: 'source, origin, channel',
  language:
    'language, preferred language, locale, lang, language code, preferred locale, communication language, correspondence language, spoken language, customer language, languages',
  currency:
    'currency, currency code, preferred currency, default currency, account currency, iso currency, customer currency, currency name',
  'currency-unit':
    'sek, eur, usd, gbp, nok, dkk, chf, pln, ron, lei, kr, tkr, ksek, msek, mkr, euro, euros, keur, zl, k, m, mio, mnok, teur, tsek, pct, percent, czk, huf, dollars, thousands, millions, in thousands',
  'total-spent':
    'total spent, total spend, lifetime value, customer lifetime value, ltv, clv, total revenue, total purchases, total amount spent, money spent, lifetime revenue, total sales, total order value, amount spent, sales total, total orders value',
  amount: 'amount, sum, value amount',
  total: 'total, totals, subtotal, gross, net',
  iban: 'iban, iban number',
  bic: 'bic, swift, bic swift, swift code, swift bic, sort code, bank sort code, routing number, bank code, bank routing number, bsb',
  'bank-account':
    'bank account, bank account number, bank account no, bank account name, bank details',
  'ledger-account':
    'ledger account, receivable account, accounts receivable, accounts payable, nominal code, default account, account receivable, account payable, receivables account, gl account, sales account, default sales account, purchase account, control account',
  gln: 'gln, ean, gln number, ean number, location number, ean location number, barcode, gtin',
  'e-invoice':
    'e-invoice, einvoice, e-invoice address, einvoice address, peppol, peppol id, edi, e-invoicing, invoice channel, e-invoice operator, peppol endpoint, delivery channel, ubl format, electronic invoice, e-invoice id, intermediator, invoice delivery method, invoice method',
  'payment-terms':
    'payment terms, payment term, terms, due days, credit days, net days, payment condition, payment conditions, terms of payment, payment days, default payment terms, due date bill day, days due, term days, payment due days',
  'delivery-terms': 'delivery terms, terms of delivery, incoterms, shipping terms',
  'delivery-method':
    'delivery method, shipping method, preferred delivery method, way of delivery, ship via, dispatch method, carrier, means of transport',
  discount:
    'discount, discount percent, discount rate, rebate, discount amount, default discount, discount code',
  'price-list':
    'price list, pricelist, price level, price group, price book, price tier, rate card',
  'credit-limit': 'credit limit, credit, credit amount, credit line',
  'invoice-number': 'invoice number, invoice no, invoice id, invoice reference',
  'order-number':
    'order number, order no, order id, order reference, purchase order, purchase order number, po number, order name',
  'cost-centre':
    'cost centre, cost center, profit centre, profit center, tracking name, tracking option, tracking category, dimension',
  'our-reference': 'our reference, our ref, our contact, our contact person',
  'your-reference':
    'your reference, your ref, customer reference name, reference person, your contact',
  reference: 'reference, ref, refs',
  title: 'title',
  count: 'count, number of, no of, num of, nb of, quantity, qty, total number of, size',
  line: 'line',
  first: 'first, initial contact',
  last: 'last, latest, most recent, recent, previous, next',
  birth: 'birth',
  tax: 'tax, fiscal, taxable, tax exempt, exempt, tax rate, duty',
  responsible: 'responsible, in charge, handler',
  billing:
    'billing, bill, bill to, invoice, invoicing, billing to, invoices, billed, billing info, billaddr, bill addr',
  shipping:
    'shipping, ship, ship to, delivery, deliver to, shipaddr, ship addr, recipient, shipment, deliver',
  mailing: 'mailing, postal, correspondence',
  visiting: 'visiting, physical',
  seat: 'registered office, head office, headquarters, hq, registered seat',
  work: 'work, office, daytime, professional',
  home: 'home, private, personal, evening, residential, residence',
  primary: 'primary, main, default, preferred, principal, general, mainline, best',
  switchboard: 'switchboard, company main, reception',
  direct: 'direct, direct line, direct dial, directdial, ddi',
  other:
    'other, alternate, alternative, additional, extra, misc, others, backup, alt, second, secondary',
  customer: 'customer, client, debtor, cust, customers, clients, purchaser',
  contact: 'contact, contacts, contact info, contact information, contact details, cntct',
  person: 'person, individual, people, partner, persons, personal details',
  account: 'account, acct, accounts',
  lead: 'lead, prospect, leads',
  supplier: 'supplier, vendor, creditor, suppliers, vendors',
  member:
    'member, subscriber, members, donor, patient, tenant, guest, applicant, candidate, resident, membership, memberships, patron, backer, supporter',
  participant: 'participant, attendee, buyer, registrant, delegate, attendees',
  student: 'student, pupil',
  order:
    'order, orders, purchase, purchases, booking, bookings, ordered, quote, quotation, cart, sale, sales, transaction, transactions, shipment number, bought',
  product:
    'product, item, sku, article, variant, service, lineitem, products, items, brand, goods, stock, warehouse, inventory, vendor sku',
  event:
    'event, events, anniversary, session, meeting, conference, webinar, appointment, show, venue',
  ticket: 'ticket, tickets, seat, barcode number, admission',
  project: 'project, projects, task, tasks, todo',
  campaign:
    'campaign, campaigns, newsletter, newsletters, marketing, advertising, ad, ads, form, survey',
  deal: 'deal, deals, opportunity, opportunities, pipeline, forecast, won, lost, expected close',
  subscription: 'subscription, plan, subscriptions, trial, renewal, license, licence, package',
  payment:
    'payment, payments, paid, card, credit card, refund, refunds, refunded, payout, charge, due, stripe, paypal, currency rate, exchange rate, fee, cost, expense, financial',
  contract: 'contract, agreement, contracts, policy',
  bank: 'bank, bank name',
  price: 'price, prices, rate, unit price',
  balance:
    'balance, opening balance, outstanding, overdue, open balance, receivable, payable, debt, saldo, accrued',
  consent:
    'consent, opt in, opt out, optin, optout, gdpr, unsubscribed, unsubscribe, subscribed, do not call, do not email, do not contact, accepts marketing, accepts email marketing, accepts sms marketing, marketing consent, permission, email opt out, email opt in, opted out, opt out of email, legal basis, do not mail, donotcall, donotemail, privacy, terms accepted, marketing permission, has opted out, allow, bounced, bounce, invalid email, unsubscribe reason, email consent, sms consent',
  activity:
    'activity, activities, last activity, last contacted, visit, visits, visitor, views, page, pages, clicks, opens, opened, clicked, sessions, login date, last login, last seen, emails sent, email messages count, call, calls, reply, conversation, interaction, touch, engagement, contacted, follow up, followup, attempted, meetings, log',
  file: 'file, photo, image, picture, avatar, attachment, attachments, logo, thumbnail, document',
  user: 'user, password, users, agent, operator, employee name, creator',
  assistant: 'assistant, secretary, asst',
  manager: 'manager, supervisor, boss, director, reports to',
  relative:
    'spouse, partner name, children, child, relation, relationship, father, mother, guardian, sibling, wife, husband, family, kids, mothers maiden name, parent, next of kin, household',
  emergency: 'emergency, ice, emergency contact',
  referrer: 'referrer, referred by, referred, referral, affiliate, referer, recommended by',
  'parent-company':
    'parent company, parent account, parent organization, parent organisation, parent name, parent company name, parent account name, ultimate parent, headquarter company, subsidiary, related company, parent id, parent customer',
  phonetic: 'phonetic, yomi, furigana, pronunciation, kana',
  verified: 'verified, valid, validated, confirmed, confirm, validity, verification, domain status',
  extension:
    'ext, extension, phone ext, prefix code, dialing code, dial code, calling code, area code',
  calendar: 'calendar, free busy, internet free busy, schedule, availability',
  rating: 'rating, score, lead score, stars, rank, points, grade, ranking, nps, member rating',
  priority: 'priority, sensitivity, importance, urgency',
  location: 'location, region area, facility',
  ip: 'ip, ip address, optin ip, confirm ip, mac address',
  device: 'device, browser, user agent, platform, operating system',
  nationality:
    'nationality, citizenship, religion, marital status, hobby, hobbies, interests, education, school, college, military, ethnicity',
  age: 'age',
  by: 'created by, modified by, updated by, added by, last modified by, by user, entered by, created by user, owner id',
  value:
    'value, field, field value, info, information, data, text, input, entry, detail, content, please specify, optional, required, mandatory, eg, e g, enter, your, my, the customer, properties, attributes, column, custom, full',
  stop: 'of, the, and, or, for, a, an, at, in, on, to, with, by, from, is, if, any, per, s, this, that',
  state: 'state',
  'employee-number':
    'employee number, employee id, employee no, employee code, staff number, staff id, personnel number, payroll number, worker id',
  occupation: 'occupation, profession',
  'industry-code': 'sic code, sic, naics, naics code, nace, nace code',
  keyword: 'keywords, keyword',
  month: 'month',
};
