import type { SettingOffer } from '@importera/engine';
import type { SqlClient } from '@importera/postgres';

/** Makes the company's campaigns, which are no records that are imported. */
export async function makeCampaigns(client: SqlClient): Promise<void> {
  await client.query('CREATE TABLE IF NOT EXISTS fortnox_crm.campaign (name text PRIMARY KEY)');
  await client.query(
    `INSERT INTO fortnox_crm.campaign (name) VALUES ('Spring fair'), ('Win back'), ('Webinar in May')
     ON CONFLICT DO NOTHING`,
  );
}

// #region offer
/** The campaigns there are, as options of the settings that ask for one (FX13). */
export async function offerCampaigns(
  client: SqlClient,
): Promise<Readonly<Record<string, SettingOffer>>> {
  const { rows } = await client.query('SELECT name FROM fortnox_crm.campaign ORDER BY name');
  const options = rows.map(({ name }) => String(name));
  return { companyCampaign: { options }, contactCampaign: { options } };
}
// #endregion
