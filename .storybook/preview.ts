import type { Preview } from '@storybook/react-vite';
import '../packages/react/src/styles.css';

const preview: Preview = {
  parameters: {
    // An axe violation fails the story's test.
    a11y: { test: 'error' },
    // In the order a person meets them.
    options: { storySort: { method: 'alphabetical', order: ['Wizard', 'Screens', 'Parts'] } },
    controls: { matchers: { date: /Date$/ } },
  },
  tags: ['autodocs'],
};

export default preview;
