const en = {
  heading: 'Invitations',
  intro:
    'Importing sends nothing to customers. Here they are invited, whenever you decide: choose whom.',
  waiting: 'Not invited yet',
  nobody: 'Everybody is invited.',
  sent: 'Invitations sent',
  none: 'No invitation was sent yet.',
  choose: (name: string): string => `Invite ${name}`,
  all: 'All shown here',
  invite: (n: number): string =>
    n === 0 ? 'Choose customers to invite' : `Send ${n} ${n === 1 ? 'invitation' : 'invitations'}`,
  notYours: 'You may look, but not invite: ask the project’s case officer.',
  to: (name: string, email: string): string => `To ${name} <${email}>`,
};

const sv: typeof en = {
  heading: 'Inbjudningar',
  intro: 'Importen skickar ingenting till kunderna. Här bjuds de in, när du bestämmer: välj vilka.',
  waiting: 'Inte inbjudna än',
  nobody: 'Alla är inbjudna.',
  sent: 'Skickade inbjudningar',
  none: 'Ingen inbjudan har skickats än.',
  choose: (name) => `Bjud in ${name}`,
  all: 'Alla som visas här',
  invite: (n) =>
    n === 0 ? 'Välj kunder att bjuda in' : `Skicka ${n} ${n === 1 ? 'inbjudan' : 'inbjudningar'}`,
  notYours: 'Du får titta men inte bjuda in: be projektets handläggare.',
  to: (name, email) => `Till ${name} <${email}>`,
};

/** What the scenario's own page says. */
export const texts = { en, sv };
