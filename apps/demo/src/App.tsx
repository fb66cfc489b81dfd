export function App() {
  return (
    <main>
      <h1>Importera demo</h1>
    </main>
  );
}
