/** Northern lights over a horizon. */
export function Brand() {
  return (
    <p className="brand">
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="var(--brand)" />
        <path
          d="M7 22c2-9 4-13 6-13s2 9 5 9 3-8 7-9"
          fill="none"
          stroke="var(--on-brand)"
          strokeWidth="2.600"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span>
        Nordlys <span className="brand-soft">CRM</span>
      </span>
    </p>
  );
}
