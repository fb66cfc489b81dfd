const en = {
  heading: 'Client portal',
  intro:
    'What new accounts find: the folders of their template, and an invitation where one was sent.',
  folders: 'Folders',
  noFolders: 'No account has folders yet.',
  invited: 'Invitations sent',
  nobody: 'Nobody was invited yet.',
};

const sv: typeof en = {
  heading: 'Klientportal',
  intro: 'Vad nya konton möts av: mallens mappar, och en inbjudan där någon skickades.',
  folders: 'Mappar',
  noFolders: 'Inget konto har mappar än.',
  invited: 'Skickade inbjudningar',
  nobody: 'Ingen har bjudits in än.',
};

/** What the scenario's own page says. */
export const texts = { en, sv };
