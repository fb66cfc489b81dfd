import { raw } from 'hono/html';

export const bookStyles = raw(`
  :root { color-scheme: light dark; --line: light-dark(#d9dde3, #383d45); --soft: light-dark(#5a6370, #a5adb9); }
  body { font: 15px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 64rem; padding: 1.5rem 1rem 4rem;
    background: light-dark(#f6f7f5, #15181a); color: light-dark(#1c2126, #e9ecef); }
  h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
  header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1rem; }
  header p { flex-basis: 100%; color: var(--soft); margin: .25rem 0 0; }
  nav { display: flex; gap: .25rem; }
  nav a { padding: .25rem .5rem; border-radius: 6px; color: var(--soft); text-decoration: none; }
  nav a:hover { text-decoration: underline; }
  nav a[aria-current] { background: light-dark(#e3e7e0, #2a3034); color: inherit; }
  main > form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; border-bottom: 1px solid var(--line); padding-bottom: 1.5rem; }
  main > form h2 { flex-basis: 100%; margin-bottom: 0; }
  label { display: grid; font-size: .8rem; gap: .2rem; color: var(--soft); }
  input, select, button { font: inherit; padding: .4rem .6rem; border: 1px solid light-dark(#8a929d, #707883); border-radius: 6px;
    background: light-dark(#fff, #202428); color: inherit; min-width: 0; max-width: 100%; }
  input[type=number] { width: 5rem; }
  button { cursor: pointer; } main > form button { background: light-dark(#14532d, #7ddc9f); color: light-dark(#fff, #0c2415); border: 0; padding: .5rem 1rem; }
  .hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .scroll { overflow-x: auto; position: relative; } table { border-collapse: collapse; width: 100%; }
  th, td { text-align: start; padding: .45rem .6rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
  th { font-weight: 500; font-size: .8rem; color: var(--soft); } .sum { text-align: end; font-variant-numeric: tabular-nums; }
  small { color: var(--soft); margin-inline-start: .5rem; } td form { margin: 0; } td button { font-size: .8rem; padding: .2rem .6rem; }
`);
