import type { Terms } from './units.ts';

export const fr: Terms = {
  'first-name': 'prénom, prenoms, prénom usuel, petit nom',
  'middle-name': 'deuxième prénom, second prénom, autres prénoms, autre prénom',
  'last-name':
    'nom de famille, nom patronymique, patronyme, nom usuel, nom de naissance, nom famille',
  'full-name':
    'nom complet, nom et prénom, prénom et nom, nom affiché, nom prénom, prénom nom, nom prénoms, nom d affichage, nom & prénom, nom/prénom, nom à afficher, nom affichage',
  'contact-name':
    'nom du contact, personne à contacter, interlocuteur, personne de contact, nom contact, contact principal, interlocuteur principal, à l attention de, nom interlocuteur',
  salutation:
    'civilité, formule de politesse, titre de civilité, politesse, civ, préfixe, formule d appel',
  'name-suffix': 'suffixe',
  initials: 'initiales',
  nickname: 'surnom, nom abrégé, pseudonyme, pseudo, sigle, nom court',
  'user-name': 'nom d utilisateur, identifiant de connexion, nom utilisateur',
  gender: 'sexe, genre',
  'birth-date':
    'date de naissance, né le, née le, anniversaire, date naissance, né(e) le, date d anniversaire, ddn',
  'national-id':
    'numéro de sécurité sociale, n° sécurité sociale, numéro national, nir, registre national, n° sécu, carte d identité, numéro de registre national, pièce d identité, numéro de passeport, code gouvernement',
  'job-title':
    'fonction, poste, intitulé du poste, titre du poste, rôle, emploi, intitulé de poste, position, titre professionnel, qualité',
  department: 'service, département entreprise, division, équipe, direction, unité, pôle',
  company:
    'société, entreprise, organisation, employeur, établissement, organisme, compagnie, firme, association, structure, ste, sté',
  'company-name':
    'raison sociale, nom de l entreprise, nom de la société, nom société, nom entreprise, dénomination sociale, dénomination, nom commercial, enseigne, nom du compte, nom de l organisation, nom de l organisme, raison soc, nom légal, nom de société',
  'org-number':
    'siret, siren, numéro siret, n° siret, numéro siren, n° siren, rcs, numéro d entreprise, code siret, numéro d immatriculation, immatriculation, numéro bce, n° entreprise, ide, numéro rcs, siren/siret, siret/siren, neq, registre de commerce, registre du commerce, numéro d identification de l organisation',
  'vat-number':
    'numéro de tva, n° tva, tva intracommunautaire, numéro tva intracommunautaire, n° tva intracommunautaire, tva intra, numéro tva, n° tva intra, identifiant tva, no tva, code tva intracommunautaire, num tva, tva intracom, n° de tva, numéro de tva intracommunautaire, id tva, n° tva intracom, n° de tva intracommunautaire',
  'tax-number':
    'numéro fiscal, identifiant fiscal, n° fiscal, code fiscal, matricule fiscal, numéro d identification fiscale',
  industry:
    'secteur, secteur d activité, activité, branche, domaine d activité, industrie, secteur activité, activité principale, filière',
  'employee-count':
    'nombre d employés, effectif, effectifs, nombre de salariés, nb salariés, nb employés, taille de l entreprise, taille entreprise, tranche d effectif, nombre employés, salariés, employés, nb de salariés, effectif salarié',
  employee: 'employé, salarié, collaborateur',
  revenue:
    'chiffre d affaires, ca, chiffre d affaires annuel, ca annuel, revenu annuel, revenus annuels, ca ht, revenu, chiffre affaires, chiffre d affaire',
  'legal-form':
    'forme juridique, nature juridique, statut juridique, type de société, forme sociale',
  founded:
    'date de création entreprise, année de création, fondée en, date de fondation, date de constitution',
  email:
    'e-mail, email, adresse e-mail, adresse email, courriel, mail, adresse mail, mél, adresse électronique, adresse de messagerie, courrier électronique, adresse courriel, messagerie, adresse de courriel',
  phone:
    'téléphone, tél, numéro de téléphone, n° de téléphone, n° téléphone, téléphone fixe, tél fixe, fixe, numéro téléphone, n° tél, num tél, ligne fixe, no téléphone, n° de tél, téléphones, téléphone standard, num téléphone',
  mobile:
    'mobile, portable, téléphone mobile, téléphone portable, tél portable, tél mobile, gsm, n° portable, numéro de portable, numéro de mobile, n° mobile, numéro mobile, cellulaire, port, tél port, numéro portable, tel. portable, sms, natel',
  fax: 'fax, télécopie, télécopieur, numéro de fax, n° fax, n° de fax',
  pager: 'télex, récepteur de radiomessagerie, téléavertisseur, rnis, téléphone voiture',
  website:
    'site web, site internet, site, url, page web, adresse web, web, internet, adresse du site, www, nom de domaine, domaine, page d accueil, adresse internet, url du site, url site web, site internet url',
  url: 'lien',
  'social-profile': 'linkedin, profil linkedin, facebook, réseaux sociaux, url linkedin',
  address: 'adresse, adr, adresses, coordonnées postales',
  'full-address': 'adresse complète',
  street:
    'rue, voie, n° et rue, numéro et rue, nom de rue, rue et numéro, adresse rue, libellé de voie, n° et voie, nom de la rue, numéro et nom de rue, n° et nom de la voie, numéro et voie',
  'house-number': 'numéro de rue, n° de rue, numéro de voie, numéro de maison, n° voie, numéro rue',
  'address-line-2':
    'complément d adresse, complément adresse, appartement, bâtiment, étage, complément, adresse complémentaire, suite de l adresse, adresse (suite), résidence, compl adresse, adresse suite, bâtiment étage',
  'address-line-3': 'lieu-dit, lieu dit',
  'care-of': 'chez, aux bons soins de',
  'po-box': 'boîte postale, bp, case postale, cedex, b.p.',
  'postal-code': 'code postal, cp, code post, codepostal, npa, c.p., cp., code postale',
  post: 'postal, postale',
  city: 'ville, localité, commune, ville/localité, nom de la ville, bureau distributeur, localité/ville, municipalité ville',
  'postal-place': 'cp ville, code postal et ville, cp/ville, code postal ville',
  district: 'quartier, arrondissement',
  municipality: 'municipalité',
  region:
    'région, province, département, canton, état/province, dép, état/région, état ou province, dept région, état/département, province/état, dépt/région',
  country: 'pays, pays/région, nom du pays, état pays',
  'country-code': 'code pays, code iso pays, pays code, indicatif iso',
  coordinates: 'latitude, longitude, coordonnées gps, gps',
  'time-zone': 'fuseau horaire',
  'customer-number':
    'numéro client, n° client, code client, id client, numéro de client, identifiant client, réf client, référence client, no client, num client, n° de client, compte client, numéro de compte client, n° adhérent, numéro d adhérent, code tiers, numéro de membre, numéro adhérent, code adhérent, n° de compte, numéro de compte, tiers, n° membre, code du client',
  'supplier-number':
    'code fournisseur, numéro fournisseur, n° fournisseur, id fournisseur, référence fournisseur',
  'record-id':
    'identifiant unique, id contact, id entreprise, id société, numéro d enregistrement, identifiant interne, id interne, id de l enregistrement, numéro id, id tiers, clé, uid, id externe, identifiant externe, clé externe',
  id: 'id, identifiant, ident',
  number: 'numéro, n°, no, num, nr, nº',
  code: 'code',
  name: 'nom, libellé, intitulé, noms',
  date: 'date, jour',
  time: 'heure, horaire',
  year: 'année',
  type: 'type, nature, sorte',
  'customer-type':
    'type de client, type client, type de compte, type de contact, type contact, type de tiers, particulier/professionnel, particulier ou professionnel, type d entreprise, catégorie de compte, typologie, professionnel/particulier, typologie client, type compte, type de société client, profil client',
  status: 'statut, état du dossier, étape, stade, phase',
  'customer-status':
    'statut client, statut du prospect, statut du lead, statut du contact, statut du client, statut prospect, état client, statut lead, état administratif',
  active: 'actif, inactif, archivé, bloqué, en sommeil',
  group: 'groupe, catégorie, catégories, segment, famille, groupes, liste, listes, rubrique',
  'customer-group':
    'groupe de clients, groupe client, catégorie client, famille client, segment client, catégorie de client, groupe de contact, famille de clients, segmentation, groupe de contacts, catégorie tarifaire client, catégorie de contact',
  tags: 'tags, étiquettes, étiquette, libellés, labels, marqueurs',
  owner:
    'propriétaire, commercial, responsable, gestionnaire, attribué à, assigné à, chargé de compte, responsable commercial, propriétaire du contact, représentant, vendeur, conseiller, propriétaire du compte, chargé d affaires, commercial attitré, responsable de compte, affecté à, collaborateur responsable, commercial responsable, chargé de clientèle, responsable du compte',
  notes:
    'notes, note, commentaire, commentaires, remarque, remarques, observations, observation, description, mémo, informations complémentaires, bloc-notes, message, texte libre, annotation, infos complémentaires, autres informations, note interne, divers, informations, commentaire libre, notice',
  'created-at':
    'créé le, date de création, date création, date d ajout, ajouté le, créé, date d inscription, client depuis, inscrit le, date d enregistrement, date d entrée, membre depuis, date de saisie, date d adhésion, créée le, date ajout, date inscription, enregistré le, date d ouverture, date de creation',
  'updated-at':
    'modifié le, date de modification, dernière modification, mis à jour le, date de mise à jour, date dernière modification, modifié, mise à jour, date modification, dernière mise à jour',
  created: 'création, ajout',
  registered: 'inscription, enregistrement',
  since: 'depuis',
  'lead-source':
    'source du lead, source du prospect, origine du contact, comment nous avez-vous connu, provenance du contact, source du contact, origine du lead, origine client, source prospect, origine du client, canal d acquisition, source lead, source d origine, origine contact',
  source: 'source, origine, provenance, canal',
  language:
    'langue, code langue, langue préférée, langue de correspondance, langue parlée, langue de communication',
  currency: 'devise, monnaie, code devise, devise par défaut',
  'total-spent':
    'total dépensé, montant total dépensé, total des achats, ca total, ca cumulé, valeur client, montant total des commandes, dépenses totales, montant dépensé, total achats',
  amount: 'montant, somme',
  total: 'total, net, brut, cumul',
  iban: 'iban, code iban, numéro iban',
  bic: 'bic, code bic, swift, code swift, bic/swift, code banque, code guichet, clé rib',
  'bank-account':
    'compte bancaire, rib, numéro de compte bancaire, coordonnées bancaires, titulaire du compte, domiciliation, n° compte bancaire, domiciliation bancaire',
  'ledger-account':
    'compte comptable, compte collectif, compte général, compte auxiliaire, compte tiers, compte, collectif, n° compte comptable, code comptable, compte comptable client, code comptable client, compte de tiers, compte vente, code compta, code comptable fournisseur',
  'e-invoice':
    'facture électronique, facturation électronique, chorus, peppol, plateforme de facturation',
  'payment-terms':
    'conditions de paiement, délai de paiement, condition de règlement, conditions de règlement, échéance, délai de règlement, délai paiement, modalités de paiement, termes de paiement, condition de paiement, conditions paiement, modalité de paiement, jours de paiement',
  'delivery-terms': 'conditions de livraison, incoterm, condition de livraison',
  'delivery-method':
    'mode de livraison, mode d expédition, transporteur, méthode de livraison, mode d envoi',
  discount: 'remise, taux de remise, rabais, escompte, remise %, remise globale',
  'price-list':
    'tarif, grille tarifaire, catégorie tarifaire, liste de prix, niveau de prix, code tarif',
  'credit-limit':
    'plafond de crédit, encours autorisé, limite de crédit, encours, encours maximum, plafond, encours max',
  'invoice-number': 'numéro de facture, n° facture, n° de facture',
  'order-number':
    'numéro de commande, n° commande, n° de commande, bon de commande, référence commande, id commande',
  'cost-centre':
    'centre de coût, section analytique, code analytique, axe analytique, centre de profit',
  'our-reference': 'notre référence, n/réf, n/ref',
  'your-reference': 'votre référence, v/réf, v/ref',
  reference: 'référence, réf',
  title: 'titre',
  count: 'nombre, nombre de, nb, quantité, qté, nb de',
  line: 'ligne',
  first: 'premier, première',
  last: 'dernier, dernière, précédent, prochain, prochaine, récent',
  birth: 'naissance',
  vat: 'tva, taux de tva, régime de tva, assujetti, régime tva, assujetti tva',
  tax: 'taxe, fiscal, fiscale, taxes, impôt, exonéré',
  responsible: 'responsable de, en charge',
  billing: 'facturation, facture, factures, fact, facturer, facturé',
  shipping: 'livraison, expédition, destinataire, livr, envoi, livraisons',
  mailing: 'correspondance, courrier',
  seat: 'siège, siege principal',
  work: 'bureau, professionnel, professionnelle, travail, pro, prof',
  home: 'domicile, personnel, personnelle, privé, perso, privée, maison, résidence principale',
  primary: 'principal, principale, par défaut, défaut, général, préféré, générale, préférée',
  switchboard:
    'standard, standard téléphonique, tél standard, téléphone société, téléphone principal société',
  direct: 'direct, ligne directe, directe, tél direct',
  other:
    'autre, secondaire, alternatif, supplémentaire, complémentaire, second, autres, deuxième, alternative, additionnel, additionnelle',
  customer: 'client, clients, cliente, débiteur, donneur d ordre, acheteur, clientèle, usager',
  contact: 'contact, contacts, coordonnées, du contact, interlocuteurs',
  person: 'personne, particulier, individu, personnes, personne physique',
  account: 'compte utilisateur, comptes',
  lead: 'prospect, prospects, lead, piste',
  supplier: 'fournisseur, fournisseurs',
  member:
    'membre, adhérent, abonné, locataire, patient, donateur, bénéficiaire, candidat, membres, invité, hôte, adhésion',
  participant: 'participant, participants, inscrit, participante',
  student: 'élève, étudiant, enfant',
  order: 'commande, devis, achat, réservation, commandes, achats',
  product: 'produit, article, référence produit, prestation, articles, stock',
  event: 'événement, évènement, rendez-vous, formation, stage, séance, réunion',
  ticket: 'billet, dossier, billets, ticket',
  project: 'projet, tâche, affaire projet',
  campaign: 'campagne, lettre d information, publicité, formulaire, lettre info, newsletter',
  deal: 'opportunité, affaire, transaction, affaires',
  subscription: 'abonnement, forfait',
  payment:
    'paiement, règlement, payé, mode de paiement, mode de règlement, moyen de paiement, frais, relance, prélèvement, coût, mandat, carte, remboursement, pénalités, moyen de règlement, taux de change, date d échéance',
  contract: 'contrat, convention',
  bank: 'banque, nom de la banque, nom banque, établissement bancaire',
  price: 'prix, tarif horaire',
  balance: 'solde, créance, impayé, dette, reste dû',
  consent:
    'consentement, rgpd, désinscrit, désabonné, autorisation, accepte, opt-in, optin, opt-out, npai, ne pas contacter, accord, blacklisté, refus, désabonnement, abonné newsletter',
  activity:
    'dernière activité, dernier contact, activités, visite, appel, dernière connexion, connexion, suivi, relances, date de dernier contact, visites, vues',
  file: 'photo, image, fichier, pièce jointe, logo, document',
  user: 'utilisateur, mot de passe',
  assistant: 'assistant, secrétaire, assistante, secrétariat',
  manager:
    'manager, directeur, supérieur, gérant, dirigeant, responsable hiérarchique, président, nom du responsable',
  relative:
    'conjoint, époux, épouse, enfants, parent, mère, père, tuteur, représentant légal, relation, lien de parenté, parents, conjointe',
  emergency: 'urgence, contact d urgence, personne à prévenir',
  referrer: 'parrain, recommandé par, apporteur, apporteur d affaires, prescripteur',
  'parent-company':
    'société mère, maison mère, groupe parent, compte parent, entreprise mère, holding, société parente',
  phonetic: 'phonétique',
  verified: 'vérifié, confirmé, validé, valide',
  extension: 'indicatif, indicatif téléphonique, numéro de poste, numéro interne',
  rating: 'évaluation, cote, points, notation, score',
  priority: 'priorité, critère de diffusion',
  location: 'lieu, emplacement, lieu de naissance, agence, site physique, localisation',
  nationality: 'nationalité, situation familiale, état civil, passe-temps, école, études, loisirs',
  age: 'âge',
  by: 'créé par, modifié par, ajouté par, saisi par, mis à jour par',
  value:
    'champ, valeur, donnée, données, info, infos, texte, obligatoire, facultatif, détails, renseignements, optionnel',
  stop: 'de, du, des, la, le, les, l, d, et, ou, à, au, aux, en, par, pour, sur, un, une, votre, vos, avec, dans, si',
  state: 'état',
  'employee-number': 'matricule, numéro de matricule, numéro employé, matricule employé',
  occupation: 'profession, métier',
  'industry-code': 'code naf, naf, code ape, ape, naf/ape, code naf/ape',
  keyword: 'mots-clés, mots clés, mot-clé, mot clé',
  month: 'mois',
};
