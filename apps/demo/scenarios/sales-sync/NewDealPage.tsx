import { useState, type FormEvent } from 'react';
import { api, type RecordPage } from '../../src/api.ts';
import { useScenario } from '../../src/scenario/useScenario.ts';
import { ErrorNote } from '../../src/shell/ErrorNote.tsx';
import { Page } from '../../src/shell/Page.tsx';
import { useLanguage } from '../../src/texts/useTexts.ts';
import { useApi } from '../../src/useApi.ts';
import { texts } from './texts.ts';

interface OpenDeal {
  readonly id: string;
  readonly title: string;
  readonly customer: string;
  readonly amount: number;
}

/** Making deals and winning them. */
export function NewDealPage() {
  const text = texts[useLanguage()];
  const open = useApi<readonly OpenDeal[]>('/own/deals/open');
  return (
    <Page width="narrow" heading={text.newDeal} intro={text.intro}>
      <DealForm onMade={open.reload} />
      <section className="card section">
        <h2>{text.open}</h2>
        {open.error && <ErrorNote error={open.error} onRetry={open.reload} />}
        {open.data?.length === 0 && <p className="soft">{text.none}</p>}
        <ul className="field-list">
          {open.data?.map((deal) => (
            <OpenDealRow key={deal.id} deal={deal} onWon={open.reload} />
          ))}
        </ul>
      </section>
    </Page>
  );
}

function DealForm({ onMade }: { readonly onMade: () => void }) {
  const language = useLanguage();
  const text = texts[language];
  const { href } = useScenario();
  const products = useApi<RecordPage>('/records/product');
  const [told, setTold] = useState<string | Error | null>(null);
  const make = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form, (event.nativeEvent as SubmitEvent).submitter);
    const value = (name: string): string => String(data.get(name) ?? '');
    const body = {
      title: value('title'),
      customer: value('customer'),
      product: value('product') || null,
      quantity: Number(value('quantity')),
      status: value('status'),
    };
    try {
      await api(href('/own/deals'), { method: 'POST', body });
      form.reset();
      setTold(text.made(body.title));
      onMade();
    } catch (error) {
      setTold(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <form className="card section" onSubmit={(event) => void make(event)}>
      <div className="form-row">
        <label className="field">
          <span>{text.title}</span>
          <input name="title" required maxLength={200} />
        </label>
        <label className="field">
          <span>{text.customer}</span>
          <input name="customer" required maxLength={200} />
        </label>
      </div>
      <div className="form-row">
        <label className="field">
          <span>{text.product}</span>
          <select name="product">
            <option value="">{text.noProduct}</option>
            {products.data?.records.map(({ id, values }) => (
              <option key={id} value={String(values['number'])}>
                {String(values['name'])} · {String(values['price'])} kr
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{text.quantity}</span>
          <input name="quantity" type="number" min={1} max={10_000} defaultValue={1} required />
        </label>
      </div>
      <div className="form-row">
        <button className="button primary" name="status" value="won">
          {text.makeWon}
        </button>
        <button className="button" name="status" value="open">
          {text.makeOpen}
        </button>
      </div>
      {typeof told === 'string' && <p role="status">{told}</p>}
      {told instanceof Error && <ErrorNote error={told} />}
    </form>
  );
}

function OpenDealRow({ deal, onWon }: { readonly deal: OpenDeal; readonly onWon: () => void }) {
  const language = useLanguage();
  const text = texts[language];
  const { href } = useScenario();
  const win = async (): Promise<void> => {
    await fetch(`/api${href(`/own/deals/${deal.id}/won`)}`, { method: 'POST' });
    onWon();
  };
  return (
    <li>
      <strong>{deal.title}</strong>
      <span className="soft">
        {deal.customer} · {new Intl.NumberFormat(language).format(deal.amount)} kr
      </span>
      <button
        type="button"
        className="button"
        aria-label={text.winDeal(deal.title)}
        onClick={() => void win()}
      >
        {text.win}
      </button>
    </li>
  );
}
