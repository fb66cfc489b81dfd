import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Document, Kind } from './Document.ts';
import type { Books } from './openBooks.ts';
import { bookTexts, type BookTexts } from './bookTexts.ts';
import { bookStyles } from './bookStyles.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
const SHOWN = 50;

/** A page to make orders and invoices, and to look at them: server-made, plain forms. */
export function bookPages(books: Books): Hono {
  const pages = new Hono();
  pages.get('/', (c) => {
    const chosen = c.req.query('language');
    if (chosen !== undefined) setCookie(c, 'language', chosen, { sameSite: 'Lax' });
    return c.html(page(books, textsOf(c, chosen)));
  });
  pages.post('/documents', async (c) => {
    const form = await c.req.formData();
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const kind: Kind = text('kind') === 'orders' ? 'orders' : 'invoices';
    const product = books.prices('A').find((price) => price.product === text('product'));
    const quantity = Math.max(1, Number(text('quantity')) || 1);
    const price = product?.price ?? 0;
    books.create(kind, {
      externalReference: null,
      title: product?.name ?? '',
      customer: text('customer') || '–',
      date: null,
      deliveryDate: null,
      currency: 'SEK',
      total: price * quantity,
      ourReference: text('ourReference') || null,
      rows: [{ product: product?.product ?? null, text: product?.name ?? '', quantity, price }],
    });
    return c.redirect('/', 303);
  });
  pages.post('/orders/:number/invoice', (c) => {
    books.invoiceOrder(c.req.param('number'));
    return c.redirect('/', 303);
  });
  return pages;
}

/** In the language that was chosen now or before, else the browser's. */
function textsOf(c: Context, chosen = getCookie(c, 'language')): BookTexts {
  const language = chosen ?? c.req.header('accept-language');
  return bookTexts[language?.startsWith('sv') === true ? 'sv' : 'en'];
}

function page(books: Books, text: BookTexts): Html {
  return html`<!doctype html>
    <html lang="${text.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${text.title}</title>
        <style>
          ${bookStyles}
        </style>
      </head>
      <body>
        <header>
          <h1>${text.title}</h1>
          <nav aria-label="${text.language}">${languages(text)}</nav>
          <p>${text.intro}</p>
        </header>
        <main>
          ${newForm(books, text)} ${table(books.newest('invoices', SHOWN), text, 'invoices')}
          ${table(books.newest('orders', SHOWN), text, 'orders')}
        </main>
      </body>
    </html>`;
}

function languages(shown: BookTexts): readonly Html[] {
  return Object.values(bookTexts).map(
    ({ lang, name }) =>
      html`<a
        href="/?language=${lang}"
        lang="${lang}"
        ${lang === shown.lang ? raw('aria-current="true"') : ''}
        >${name}</a
      >`,
  );
}

function newForm(books: Books, text: BookTexts): Html {
  return html`<form method="post" action="/documents">
    <h2>${text.make}</h2>
    <label
      >${text.kind}<select name="kind">
        <option value="invoices">${text.invoice}</option>
        <option value="orders">${text.order}</option>
      </select></label
    >
    <label>${text.customer}<input name="customer" required value="Fjällvinden Outdoor AB" /></label>
    <label
      >${text.product}<select name="product">
        ${books.prices('A').map(({ product, name }) => html`<option value="${product}">${name}</option>`)}
      </select></label
    >
    <label>${text.quantity}<input name="quantity" type="number" min="1" value="1" /></label>
    <label
      >${text.ourReference}<select name="ourReference">
        <option value="">–</option>
        ${books.users().map(({ name }) => html`<option>${name}</option>`)}
      </select></label
    >
    <button>${text.save}</button>
  </form>`;
}

function table(documents: readonly Document[], text: BookTexts, kind: Kind): Html {
  return html`<section>
    <h2 id="${kind}">${text[kind]}</h2>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="${kind}">
      <table>
        <thead>
          <tr>
            <th>${text.number}</th>
            <th>${text.customer}</th>
            <th>${text.what}</th>
            <th>${text.ourReference}</th>
            <th class="sum">${text.total}</th>
            <th><span class="hidden">${text.action}</span></th>
          </tr>
        </thead>
        <tbody>
          ${documents.map((document) => row(document, text, kind))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function row(document: Document, text: BookTexts, kind: Kind): Html {
  const { number, customer, title, ourReference, total, externalReference, orderNumber } = document;
  const total2 = new Intl.NumberFormat('sv-SE').format(total);
  return html`<tr>
    <td>${number}</td>
    <td>${customer}</td>
    <td>
      ${title} ${externalReference === null ? '' : html`<small>${text.fromCrm}</small>`}
      ${orderNumber === null ? '' : html`<small>${text.fromOrder(orderNumber)}</small>`}
    </td>
    <td>${ourReference ?? '–'}</td>
    <td class="sum">${total2} kr</td>
    <td>
      ${
        kind === 'orders'
          ? html`<form method="post" action="/orders/${number}/invoice">
              <button aria-label="${text.invoiceOrder(number)}">${text.invoiceIt}</button>
            </form>`
          : ''
      }
    </td>
  </tr>`;
}
