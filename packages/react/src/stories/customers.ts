/** A customer list as people keep one: a title above the headings, a column nobody needs, and some slips. */
const rows = `Kundlista 2024;;;;;;;;;
;;;;;;;;;
Företag;Orgnr;Bransch;Ort;Omsättning;Kund sedan;Kontaktperson;E-post;Mobil;Intern kod
Norrsken Bygg AB;556677-8899;Industry;Skellefteå;12 400 000;2019-03-14;Siv Berg;siv@norrsken.example;070-111 22 33;A1
Kafé Kanel;556012-3456;Services;Lund;1 250 000;2021-08-02;Ali Rahimi;ali@kanel.example;070-222 33 44;A2
Fjord Data;559900-1122;Services;Bergen;3 900 000;2020-11-30;Ingrid Dahl;ingrid@fjord.example;+47 912 34 567;A3
Solrosens Handel;556310-4477;Retail;Malmö;860 000;2023-01-09;Maja Holm;maja@solrosen.example;0736-55 44 33;B1
Lindqvist & Söner;556444-1010;Detaljhandel;Gävle;5 300 000;2018-06-21;Per Lindqvist;per.lindqvist;070-987 65 43;B2
Arctic Timber AB;556222-9090;Industry;Kiruna;48 000 000;2015-02-27;Elsa Ek;elsa@arctic.example;0980-123 45;B3
Byrån Bredvid;556555-2;Services;Stockholm;2 100 000;2022-04-18;Noor Haddad;noor@bredvid.example;08-123 456 78;B4
Västkustens Fisk;556777-6655;Retail;Göteborg;7 750 000;2017-10-05;Johan Ask;johan@vkfisk.example;031-40 50 60;B5
Hälsocentralen Syd;559111-2233;Vård;Ystad;15 600 000;2016-05-12;Karin Moe;karin@halsosyd.example;0411-555 00;C1
Pixel & Papper;559222-3344;Services;Uppsala;940 000;2024-02-30;Tove Alm;tove@pixelpapper.example;018-10 20 30;C2
Kommunhuset Älvby;212000-1454;Public sector;Älvsbyn;;2014-09-01;Rolf Niemi;rolf@alvby.example;0929-170 00;C3
Snickeri Ekdahl;556888-7766;Industry;Borås;4 020 000;2019-12-19;Anna Ekdahl;anna@ekdahl.example;033-20 30 40;C4
Glada Gatan;559333-4455;Detaljhandel;Örebro;1 180 000;2022-07-07;Bo Strand;bo@gladagatan.example;019-11 22 33;C5
Nordljus Media;559444-5566;Services;Luleå;3 300 000;2021-03-03;Vera Sund;vera@nordljus.example;0920-44 55 66;D1
Trädgårdsmästarn;556999-8877;Retail;Halmstad;690 000;2023-05-25;Olle Björk;;035-77 88 99;D2
Havets Hus AB;559555-6677;Public sector;Lysekil;9 400 000;2013-11-11;Sara Lind;sara@havets.example;0523-66 77 88;D3
Isbjörns Logistik;559666-7788;Industry;Haparanda;22 500 000;2016-08-16;Mikko Laine;mikko@isbjorn.example;0922-10 100;D4
Bageri Solsken;559777-8899;Vård;Kalmar;1 020 000;2020-02-14;Lena Ström;lena@solsken.example;0480-30 40 50;D5`;

export const customersCsv: string = rows;

export function customersFile(): File {
  return new File([customersCsv], 'Kundlista 2024.csv', { type: 'text/csv' });
}

/** A file whose headings say little: most columns stay open. */
export const vagueCsv = `Col1;Col2;Datum;Belopp;X
Norrsken;siv@norrsken.example;03/04/2024;1,250;a
Kanel;ali@kanel.example;05/06/2024;3,100;b
Fjord;ingrid@fjord.example;07/08/2024;2,500;c`;

/** Long texts everywhere, to see that nothing breaks. */
export const longCsv = `Company name;The name of the person we usually talk to when something has happened;E-mail;Org. number
Aktiebolaget Nordvästra Skånes Renhållnings- och Återvinningsgemenskap i Helsingborg med omnejd;Anna-Karin Margareta von Essen-Wallenstierna af Björnö;anna-karin.margareta.von-essen-wallenstierna@renhallning-nordvastra-skane.example;556000-0001
Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft;X;x@donau.example;556000-0002`;
