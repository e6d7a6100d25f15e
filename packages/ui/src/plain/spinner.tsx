/** Decorative; say what is going on in text beside it. */
export function Spinner() {
  return <span className="jh-spinner" aria-hidden="true" />;
}
